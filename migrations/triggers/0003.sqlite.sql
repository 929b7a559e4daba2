-- The locks of revision 0003 on SQLite. One statement between two empty lines. Never change a released file.

-- A signed visit: no change, no deletion, and no row put over it by OR REPLACE, which fires no delete trigger.
CREATE TRIGGER clinic_gait_visit_update
BEFORE UPDATE ON clinic_gait_visit
WHEN OLD.state = 'signed'
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed visits cannot be changed');
END;

CREATE TRIGGER clinic_gait_visit_delete
BEFORE DELETE ON clinic_gait_visit
WHEN OLD.state = 'signed'
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed visits cannot be deleted');
END;

CREATE TRIGGER clinic_gait_visit_insert
BEFORE INSERT ON clinic_gait_visit
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_visit AS other
    WHERE other.clinic = NEW.clinic AND other.state = 'signed'
    AND (other.id = NEW.id OR (other.subject_id = NEW.subject_id AND other.form_key = NEW.form_key))
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed visits cannot be replaced');
END;

CREATE TRIGGER clinic_gait_visit_key
BEFORE UPDATE OF clinic, id, subject_id, form_key ON clinic_gait_visit
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_visit AS other
    WHERE other.clinic = NEW.clinic AND other.state = 'signed'
    AND (other.id = NEW.id OR (other.subject_id = NEW.subject_id AND other.form_key = NEW.form_key))
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed visits cannot be replaced');
END;

-- The parts of a signed visit, new ones too. Every key of a part holds its visit, so these cover OR REPLACE.
CREATE TRIGGER clinic_gait_reading_insert
BEFORE INSERT ON clinic_gait_reading
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = NEW.clinic AND own.id = NEW.visit_id AND own.state = 'signed'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed visits cannot be added to');
END;

CREATE TRIGGER clinic_gait_reading_update
BEFORE UPDATE ON clinic_gait_reading
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = OLD.clinic AND own.id = OLD.visit_id AND own.state = 'signed'
) OR EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = NEW.clinic AND own.id = NEW.visit_id AND own.state = 'signed'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed visits cannot be changed');
END;

CREATE TRIGGER clinic_gait_reading_delete
BEFORE DELETE ON clinic_gait_reading
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = OLD.clinic AND own.id = OLD.visit_id AND own.state = 'signed'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed visits cannot be changed');
END;

CREATE TRIGGER clinic_gait_shoe_note_insert
BEFORE INSERT ON clinic_gait_shoe_note
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = NEW.clinic AND own.id = NEW.visit_id AND own.state = 'signed'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed visits cannot be added to');
END;

CREATE TRIGGER clinic_gait_shoe_note_update
BEFORE UPDATE ON clinic_gait_shoe_note
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = OLD.clinic AND own.id = OLD.visit_id AND own.state = 'signed'
) OR EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = NEW.clinic AND own.id = NEW.visit_id AND own.state = 'signed'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed visits cannot be changed');
END;

CREATE TRIGGER clinic_gait_shoe_note_delete
BEFORE DELETE ON clinic_gait_shoe_note
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = OLD.clinic AND own.id = OLD.visit_id AND own.state = 'signed'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed visits cannot be changed');
END;

CREATE TRIGGER clinic_gait_leg_length_insert
BEFORE INSERT ON clinic_gait_leg_length
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = NEW.clinic AND own.id = NEW.visit_id AND own.state = 'signed'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed visits cannot be added to');
END;

CREATE TRIGGER clinic_gait_leg_length_update
BEFORE UPDATE ON clinic_gait_leg_length
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = OLD.clinic AND own.id = OLD.visit_id AND own.state = 'signed'
) OR EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = NEW.clinic AND own.id = NEW.visit_id AND own.state = 'signed'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed visits cannot be changed');
END;

CREATE TRIGGER clinic_gait_leg_length_delete
BEFORE DELETE ON clinic_gait_leg_length
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = OLD.clinic AND own.id = OLD.visit_id AND own.state = 'signed'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed visits cannot be changed');
END;

CREATE TRIGGER clinic_gait_screen_insert
BEFORE INSERT ON clinic_gait_screen
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = NEW.clinic AND own.id = NEW.visit_id AND own.state = 'signed'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed visits cannot be added to');
END;

CREATE TRIGGER clinic_gait_screen_update
BEFORE UPDATE ON clinic_gait_screen
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = OLD.clinic AND own.id = OLD.visit_id AND own.state = 'signed'
) OR EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = NEW.clinic AND own.id = NEW.visit_id AND own.state = 'signed'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed visits cannot be changed');
END;

CREATE TRIGGER clinic_gait_screen_delete
BEFORE DELETE ON clinic_gait_screen
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = OLD.clinic AND own.id = OLD.visit_id AND own.state = 'signed'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed visits cannot be changed');
END;

CREATE TRIGGER clinic_gait_done_insert
BEFORE INSERT ON clinic_gait_done
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = NEW.clinic AND own.id = NEW.visit_id AND own.state = 'signed'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed visits cannot be added to');
END;

CREATE TRIGGER clinic_gait_done_update
BEFORE UPDATE ON clinic_gait_done
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = OLD.clinic AND own.id = OLD.visit_id AND own.state = 'signed'
) OR EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = NEW.clinic AND own.id = NEW.visit_id AND own.state = 'signed'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed visits cannot be changed');
END;

CREATE TRIGGER clinic_gait_done_delete
BEFORE DELETE ON clinic_gait_done
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = OLD.clinic AND own.id = OLD.visit_id AND own.state = 'signed'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed visits cannot be changed');
END;

CREATE TRIGGER clinic_gait_outcome_insert
BEFORE INSERT ON clinic_gait_outcome
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = NEW.clinic AND own.id = NEW.visit_id AND own.state = 'signed'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed visits cannot be added to');
END;

CREATE TRIGGER clinic_gait_outcome_update
BEFORE UPDATE ON clinic_gait_outcome
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = OLD.clinic AND own.id = OLD.visit_id AND own.state = 'signed'
) OR EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = NEW.clinic AND own.id = NEW.visit_id AND own.state = 'signed'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed visits cannot be changed');
END;

CREATE TRIGGER clinic_gait_outcome_delete
BEFORE DELETE ON clinic_gait_outcome
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = OLD.clinic AND own.id = OLD.visit_id AND own.state = 'signed'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed visits cannot be changed');
END;

CREATE TRIGGER clinic_gait_act_insert
BEFORE INSERT ON clinic_gait_act
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = NEW.clinic AND own.id = NEW.visit_id AND own.state = 'signed'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed visits cannot be added to');
END;

CREATE TRIGGER clinic_gait_act_update
BEFORE UPDATE ON clinic_gait_act
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = OLD.clinic AND own.id = OLD.visit_id AND own.state = 'signed'
) OR EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = NEW.clinic AND own.id = NEW.visit_id AND own.state = 'signed'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed visits cannot be changed');
END;

CREATE TRIGGER clinic_gait_act_delete
BEFORE DELETE ON clinic_gait_act
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = OLD.clinic AND own.id = OLD.visit_id AND own.state = 'signed'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed visits cannot be changed');
END;

CREATE TRIGGER clinic_gait_shoe_photo_insert
BEFORE INSERT ON clinic_gait_shoe_photo
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = NEW.clinic AND own.id = NEW.visit_id AND own.state = 'signed'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed visits cannot be added to');
END;

CREATE TRIGGER clinic_gait_shoe_photo_update
BEFORE UPDATE ON clinic_gait_shoe_photo
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = OLD.clinic AND own.id = OLD.visit_id AND own.state = 'signed'
) OR EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = NEW.clinic AND own.id = NEW.visit_id AND own.state = 'signed'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed visits cannot be changed');
END;

CREATE TRIGGER clinic_gait_shoe_photo_delete
BEFORE DELETE ON clinic_gait_shoe_photo
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_visit AS own
    WHERE own.clinic = OLD.clinic AND own.id = OLD.visit_id AND own.state = 'signed'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed visits cannot be changed');
END;

-- A signed plan version: only its state may still change, from signed to superseded.
CREATE TRIGGER clinic_gait_plan_update
BEFORE UPDATE OF
    clinic, id, subject_id, visit_id, number, drafted_by_key, drafted_by_name, drafted_by_credential,
    why, next_visit, version, signed_by_key, signed_by_name, signed_by_credential, signed_at,
    signed_hash, signed_json
ON clinic_gait_plan
WHEN OLD.state <> 'draft'
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed plan versions cannot be changed');
END;

CREATE TRIGGER clinic_gait_plan_state
BEFORE UPDATE OF state ON clinic_gait_plan
WHEN OLD.state <> 'draft' AND NEW.state <> 'superseded'
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed plan versions cannot be changed');
END;

CREATE TRIGGER clinic_gait_plan_delete
BEFORE DELETE ON clinic_gait_plan
WHEN OLD.state <> 'draft'
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed plan versions cannot be deleted');
END;

CREATE TRIGGER clinic_gait_plan_insert
BEFORE INSERT ON clinic_gait_plan
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_plan AS other
    WHERE other.clinic = NEW.clinic AND other.state <> 'draft'
    AND (
        other.id = NEW.id OR other.visit_id = NEW.visit_id
        OR (other.subject_id = NEW.subject_id AND other.number = NEW.number)
    )
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed plan versions cannot be replaced');
END;

CREATE TRIGGER clinic_gait_plan_key
BEFORE UPDATE OF clinic, id, visit_id, subject_id, number ON clinic_gait_plan
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_plan AS other
    WHERE other.clinic = NEW.clinic AND other.state <> 'draft'
    AND NOT (other.clinic = OLD.clinic AND other.id = OLD.id)
    AND (
        other.id = NEW.id OR other.visit_id = NEW.visit_id
        OR (other.subject_id = NEW.subject_id AND other.number = NEW.number)
    )
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed plan versions cannot be replaced');
END;

-- The lines of a signed plan version.
CREATE TRIGGER clinic_gait_plan_goal_insert
BEFORE INSERT ON clinic_gait_plan_goal
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_plan AS own
    WHERE own.clinic = NEW.clinic AND own.id = NEW.plan_id AND own.state <> 'draft'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed plan versions cannot be added to');
END;

CREATE TRIGGER clinic_gait_plan_goal_update
BEFORE UPDATE ON clinic_gait_plan_goal
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_plan AS own
    WHERE own.clinic = OLD.clinic AND own.id = OLD.plan_id AND own.state <> 'draft'
) OR EXISTS (
    SELECT 1 FROM clinic_gait_plan AS own
    WHERE own.clinic = NEW.clinic AND own.id = NEW.plan_id AND own.state <> 'draft'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed plan versions cannot be changed');
END;

CREATE TRIGGER clinic_gait_plan_goal_delete
BEFORE DELETE ON clinic_gait_plan_goal
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_plan AS own
    WHERE own.clinic = OLD.clinic AND own.id = OLD.plan_id AND own.state <> 'draft'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed plan versions cannot be changed');
END;

CREATE TRIGGER clinic_gait_plan_technique_insert
BEFORE INSERT ON clinic_gait_plan_technique
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_plan AS own
    WHERE own.clinic = NEW.clinic AND own.id = NEW.plan_id AND own.state <> 'draft'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed plan versions cannot be added to');
END;

CREATE TRIGGER clinic_gait_plan_technique_update
BEFORE UPDATE ON clinic_gait_plan_technique
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_plan AS own
    WHERE own.clinic = OLD.clinic AND own.id = OLD.plan_id AND own.state <> 'draft'
) OR EXISTS (
    SELECT 1 FROM clinic_gait_plan AS own
    WHERE own.clinic = NEW.clinic AND own.id = NEW.plan_id AND own.state <> 'draft'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed plan versions cannot be changed');
END;

CREATE TRIGGER clinic_gait_plan_technique_delete
BEFORE DELETE ON clinic_gait_plan_technique
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_plan AS own
    WHERE own.clinic = OLD.clinic AND own.id = OLD.plan_id AND own.state <> 'draft'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed plan versions cannot be changed');
END;

CREATE TRIGGER clinic_gait_plan_exercise_insert
BEFORE INSERT ON clinic_gait_plan_exercise
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_plan AS own
    WHERE own.clinic = NEW.clinic AND own.id = NEW.plan_id AND own.state <> 'draft'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed plan versions cannot be added to');
END;

CREATE TRIGGER clinic_gait_plan_exercise_update
BEFORE UPDATE ON clinic_gait_plan_exercise
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_plan AS own
    WHERE own.clinic = OLD.clinic AND own.id = OLD.plan_id AND own.state <> 'draft'
) OR EXISTS (
    SELECT 1 FROM clinic_gait_plan AS own
    WHERE own.clinic = NEW.clinic AND own.id = NEW.plan_id AND own.state <> 'draft'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed plan versions cannot be changed');
END;

CREATE TRIGGER clinic_gait_plan_exercise_delete
BEFORE DELETE ON clinic_gait_plan_exercise
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_plan AS own
    WHERE own.clinic = OLD.clinic AND own.id = OLD.plan_id AND own.state <> 'draft'
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: signed plan versions cannot be changed');
END;

-- Issued documents: only that a newer one took its place may be noted, once.
CREATE TRIGGER clinic_gait_issued_update
BEFORE UPDATE OF
    clinic, id, subject_id, kind, plan_id, visit_id, language, size, paper, pages, issued_by_key,
    issued_by_name, issued_by_credential, issued_at, snapshot_hash, data_hash, snapshot, data
ON clinic_gait_issued
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: issued documents cannot be changed');
END;

CREATE TRIGGER clinic_gait_issued_superseded
BEFORE UPDATE OF superseded_at ON clinic_gait_issued
WHEN OLD.superseded_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: issued documents cannot be changed');
END;

CREATE TRIGGER clinic_gait_issued_delete
BEFORE DELETE ON clinic_gait_issued
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: issued documents cannot be deleted');
END;

CREATE TRIGGER clinic_gait_issued_insert
BEFORE INSERT ON clinic_gait_issued
WHEN EXISTS (SELECT 1 FROM clinic_gait_issued AS other WHERE other.clinic = NEW.clinic AND other.id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: issued documents cannot be replaced');
END;

-- Holds: lifting may be written, once, and nothing besides. A hold is never put over another,
-- neither by its number nor by the one place for an open hold of a sign.
CREATE TRIGGER clinic_gait_hold_update
BEFORE UPDATE ON clinic_gait_hold
WHEN NOT (
    OLD.lifted_at IS NULL AND NEW.lifted_at IS NOT NULL
    AND NEW.clinic IS OLD.clinic
    AND NEW.visit_id IS OLD.visit_id
    AND NEW.flag IS OLD.flag
    AND NEW.nth IS OLD.nth
    AND NEW.subject_id IS OLD.subject_id
    AND NEW.set_by_key IS OLD.set_by_key
    AND NEW.set_by_name IS OLD.set_by_name
    AND NEW.set_by_credential IS OLD.set_by_credential
    AND NEW.set_at IS OLD.set_at
    AND NEW.because IS OLD.because
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: a hold can be lifted once and not be changed');
END;

CREATE TRIGGER clinic_gait_hold_delete
BEFORE DELETE ON clinic_gait_hold
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: holds cannot be deleted');
END;

CREATE TRIGGER clinic_gait_hold_insert
BEFORE INSERT ON clinic_gait_hold
WHEN EXISTS (
    SELECT 1 FROM clinic_gait_hold AS other
    WHERE other.clinic = NEW.clinic AND other.visit_id = NEW.visit_id AND other.flag = NEW.flag
        AND (other.nth = NEW.nth OR (other.lifted_at IS NULL AND NEW.lifted_at IS NULL))
)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: holds cannot be replaced');
END;

-- The print log and the audit log only grow.
CREATE TRIGGER clinic_gait_print_update
BEFORE UPDATE ON clinic_gait_print
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: the print log cannot be changed');
END;

CREATE TRIGGER clinic_gait_print_delete
BEFORE DELETE ON clinic_gait_print
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: the print log cannot be changed');
END;

CREATE TRIGGER clinic_gait_print_insert
BEFORE INSERT ON clinic_gait_print
WHEN EXISTS (SELECT 1 FROM clinic_gait_print AS other WHERE other.clinic = NEW.clinic AND other.id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: the print log cannot be changed');
END;

CREATE TRIGGER clinic_gait_audit_update
BEFORE UPDATE ON clinic_gait_audit
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: the audit log cannot be changed');
END;

CREATE TRIGGER clinic_gait_audit_delete
BEFORE DELETE ON clinic_gait_audit
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: the audit log cannot be changed');
END;

CREATE TRIGGER clinic_gait_audit_insert
BEFORE INSERT ON clinic_gait_audit
WHEN EXISTS (SELECT 1 FROM clinic_gait_audit AS other WHERE other.clinic = NEW.clinic AND other.number = NEW.number)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: the audit log cannot be changed');
END;

-- The head of the audit log only moves forward.
CREATE TRIGGER clinic_gait_audit_head_update
BEFORE UPDATE ON clinic_gait_audit_head
WHEN NEW.clinic <> OLD.clinic OR NEW.number < OLD.number
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: the head of the audit log cannot go back');
END;

CREATE TRIGGER clinic_gait_audit_head_delete
BEFORE DELETE ON clinic_gait_audit_head
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: the head of the audit log cannot be deleted');
END;

CREATE TRIGGER clinic_gait_audit_head_insert
BEFORE INSERT ON clinic_gait_audit_head
WHEN EXISTS (SELECT 1 FROM clinic_gait_audit_head AS other WHERE other.clinic = NEW.clinic)
BEGIN
    SELECT RAISE(ABORT, 'clinic_gait: locked: the head of the audit log cannot be replaced');
END;
