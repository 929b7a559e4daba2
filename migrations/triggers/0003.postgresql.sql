-- The locks of revision 0003 on PostgreSQL. One statement between two empty lines. Never change a released file.

-- Refuses whatever it is bound to.
CREATE FUNCTION clinic_gait_refuse() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $body$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
        MESSAGE = 'clinic_gait: locked: records and logs cannot be changed';
END
$body$;

-- A part of a visit is written: the visit is read FOR SHARE, so that a signature under way is waited for, and one that
-- comes later waits for us. FOR KEY SHARE would not do.
CREATE FUNCTION clinic_gait_visit_part() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $body$
DECLARE
    found text;
BEGIN
    IF TG_OP <> 'INSERT' THEN
        SELECT state INTO found FROM clinic_gait_visit WHERE clinic = OLD.clinic AND id = OLD.visit_id FOR SHARE;
        IF found = 'signed' THEN
            RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
                MESSAGE = 'clinic_gait: locked: signed visits cannot be changed';
        END IF;
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    SELECT state INTO found FROM clinic_gait_visit WHERE clinic = NEW.clinic AND id = NEW.visit_id FOR SHARE;
    IF found = 'signed' THEN
        RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
            MESSAGE = 'clinic_gait: locked: signed visits cannot be changed';
    END IF;
    RETURN NEW;
END
$body$;

-- The same for the lines of a plan version.
CREATE FUNCTION clinic_gait_plan_part() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $body$
DECLARE
    found text;
BEGIN
    IF TG_OP <> 'INSERT' THEN
        SELECT state INTO found FROM clinic_gait_plan WHERE clinic = OLD.clinic AND id = OLD.plan_id FOR SHARE;
        IF found <> 'draft' THEN
            RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
                MESSAGE = 'clinic_gait: locked: signed plan versions cannot be changed';
        END IF;
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    SELECT state INTO found FROM clinic_gait_plan WHERE clinic = NEW.clinic AND id = NEW.plan_id FOR SHARE;
    IF found <> 'draft' THEN
        RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
            MESSAGE = 'clinic_gait: locked: signed plan versions cannot be changed';
    END IF;
    RETURN NEW;
END
$body$;

-- A signed visit: no change, no deletion.
CREATE FUNCTION clinic_gait_visit_row() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $body$
BEGIN
    IF OLD.state = 'signed' THEN
        RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
            MESSAGE = 'clinic_gait: locked: signed visits cannot be changed';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END
$body$;

-- A signed plan version: only its state may still change, from signed to superseded.
CREATE FUNCTION clinic_gait_plan_row() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $body$
DECLARE
    kept clinic_gait_plan;
BEGIN
    IF OLD.state <> 'draft' THEN
        kept := OLD;
        kept.state := 'superseded';
        IF TG_OP = 'DELETE' OR NEW IS DISTINCT FROM kept THEN
            RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
                MESSAGE = 'clinic_gait: locked: signed plan versions cannot be changed';
        END IF;
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END
$body$;

-- An issued document: only that a newer one took its place may be noted, once.
CREATE FUNCTION clinic_gait_issued_row() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $body$
DECLARE
    kept clinic_gait_issued;
BEGIN
    kept := OLD;
    IF TG_OP = 'UPDATE' AND OLD.superseded_at IS NULL THEN
        kept.superseded_at := NEW.superseded_at;
    END IF;
    IF TG_OP = 'DELETE' OR NEW IS DISTINCT FROM kept THEN
        RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
            MESSAGE = 'clinic_gait: locked: issued documents cannot be changed';
    END IF;
    RETURN NEW;
END
$body$;

-- A hold: lifting may be written, once, and nothing besides.
CREATE FUNCTION clinic_gait_hold_row() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $body$
DECLARE
    kept clinic_gait_hold;
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.lifted_at IS NULL AND NEW.lifted_at IS NOT NULL THEN
        kept := OLD;
        kept.lifted_by_key := NEW.lifted_by_key;
        kept.lifted_by_name := NEW.lifted_by_name;
        kept.lifted_by_credential := NEW.lifted_by_credential;
        kept.lifted_at := NEW.lifted_at;
        kept.cleared_by := NEW.cleared_by;
        kept.known_by := NEW.known_by;
        kept.reason := NEW.reason;
        IF NEW IS NOT DISTINCT FROM kept THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
        MESSAGE = 'clinic_gait: locked: a hold can be lifted once and not be changed';
END
$body$;

-- The head of the audit log only moves forward.
CREATE FUNCTION clinic_gait_audit_head_row() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $body$
BEGIN
    IF TG_OP = 'DELETE' OR NEW.clinic <> OLD.clinic OR NEW.number < OLD.number THEN
        RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
            MESSAGE = 'clinic_gait: locked: the head of the audit log cannot go back';
    END IF;
    RETURN NEW;
END
$body$;

-- Rows.
CREATE TRIGGER clinic_gait_visit_lock
BEFORE UPDATE OR DELETE ON clinic_gait_visit
FOR EACH ROW EXECUTE FUNCTION clinic_gait_visit_row();

CREATE TRIGGER clinic_gait_reading_lock
BEFORE INSERT OR UPDATE OR DELETE ON clinic_gait_reading
FOR EACH ROW EXECUTE FUNCTION clinic_gait_visit_part();

CREATE TRIGGER clinic_gait_shoe_note_lock
BEFORE INSERT OR UPDATE OR DELETE ON clinic_gait_shoe_note
FOR EACH ROW EXECUTE FUNCTION clinic_gait_visit_part();

CREATE TRIGGER clinic_gait_leg_length_lock
BEFORE INSERT OR UPDATE OR DELETE ON clinic_gait_leg_length
FOR EACH ROW EXECUTE FUNCTION clinic_gait_visit_part();

CREATE TRIGGER clinic_gait_screen_lock
BEFORE INSERT OR UPDATE OR DELETE ON clinic_gait_screen
FOR EACH ROW EXECUTE FUNCTION clinic_gait_visit_part();

CREATE TRIGGER clinic_gait_done_lock
BEFORE INSERT OR UPDATE OR DELETE ON clinic_gait_done
FOR EACH ROW EXECUTE FUNCTION clinic_gait_visit_part();

CREATE TRIGGER clinic_gait_outcome_lock
BEFORE INSERT OR UPDATE OR DELETE ON clinic_gait_outcome
FOR EACH ROW EXECUTE FUNCTION clinic_gait_visit_part();

CREATE TRIGGER clinic_gait_act_lock
BEFORE INSERT OR UPDATE OR DELETE ON clinic_gait_act
FOR EACH ROW EXECUTE FUNCTION clinic_gait_visit_part();

CREATE TRIGGER clinic_gait_shoe_photo_lock
BEFORE INSERT OR UPDATE OR DELETE ON clinic_gait_shoe_photo
FOR EACH ROW EXECUTE FUNCTION clinic_gait_visit_part();

CREATE TRIGGER clinic_gait_plan_lock
BEFORE UPDATE OR DELETE ON clinic_gait_plan
FOR EACH ROW EXECUTE FUNCTION clinic_gait_plan_row();

CREATE TRIGGER clinic_gait_plan_goal_lock
BEFORE INSERT OR UPDATE OR DELETE ON clinic_gait_plan_goal
FOR EACH ROW EXECUTE FUNCTION clinic_gait_plan_part();

CREATE TRIGGER clinic_gait_plan_technique_lock
BEFORE INSERT OR UPDATE OR DELETE ON clinic_gait_plan_technique
FOR EACH ROW EXECUTE FUNCTION clinic_gait_plan_part();

CREATE TRIGGER clinic_gait_plan_exercise_lock
BEFORE INSERT OR UPDATE OR DELETE ON clinic_gait_plan_exercise
FOR EACH ROW EXECUTE FUNCTION clinic_gait_plan_part();

CREATE TRIGGER clinic_gait_issued_lock
BEFORE UPDATE OR DELETE ON clinic_gait_issued
FOR EACH ROW EXECUTE FUNCTION clinic_gait_issued_row();

CREATE TRIGGER clinic_gait_hold_lock
BEFORE UPDATE OR DELETE ON clinic_gait_hold
FOR EACH ROW EXECUTE FUNCTION clinic_gait_hold_row();

CREATE TRIGGER clinic_gait_print_lock
BEFORE UPDATE OR DELETE ON clinic_gait_print
FOR EACH ROW EXECUTE FUNCTION clinic_gait_refuse();

CREATE TRIGGER clinic_gait_audit_lock
BEFORE UPDATE OR DELETE ON clinic_gait_audit
FOR EACH ROW EXECUTE FUNCTION clinic_gait_refuse();

CREATE TRIGGER clinic_gait_audit_head_lock
BEFORE UPDATE OR DELETE ON clinic_gait_audit_head
FOR EACH ROW EXECUTE FUNCTION clinic_gait_audit_head_row();

-- TRUNCATE passes by the triggers of rows.
CREATE TRIGGER clinic_gait_visit_truncate
BEFORE TRUNCATE ON clinic_gait_visit
FOR EACH STATEMENT EXECUTE FUNCTION clinic_gait_refuse();

CREATE TRIGGER clinic_gait_reading_truncate
BEFORE TRUNCATE ON clinic_gait_reading
FOR EACH STATEMENT EXECUTE FUNCTION clinic_gait_refuse();

CREATE TRIGGER clinic_gait_shoe_note_truncate
BEFORE TRUNCATE ON clinic_gait_shoe_note
FOR EACH STATEMENT EXECUTE FUNCTION clinic_gait_refuse();

CREATE TRIGGER clinic_gait_leg_length_truncate
BEFORE TRUNCATE ON clinic_gait_leg_length
FOR EACH STATEMENT EXECUTE FUNCTION clinic_gait_refuse();

CREATE TRIGGER clinic_gait_screen_truncate
BEFORE TRUNCATE ON clinic_gait_screen
FOR EACH STATEMENT EXECUTE FUNCTION clinic_gait_refuse();

CREATE TRIGGER clinic_gait_done_truncate
BEFORE TRUNCATE ON clinic_gait_done
FOR EACH STATEMENT EXECUTE FUNCTION clinic_gait_refuse();

CREATE TRIGGER clinic_gait_outcome_truncate
BEFORE TRUNCATE ON clinic_gait_outcome
FOR EACH STATEMENT EXECUTE FUNCTION clinic_gait_refuse();

CREATE TRIGGER clinic_gait_act_truncate
BEFORE TRUNCATE ON clinic_gait_act
FOR EACH STATEMENT EXECUTE FUNCTION clinic_gait_refuse();

CREATE TRIGGER clinic_gait_shoe_photo_truncate
BEFORE TRUNCATE ON clinic_gait_shoe_photo
FOR EACH STATEMENT EXECUTE FUNCTION clinic_gait_refuse();

CREATE TRIGGER clinic_gait_plan_truncate
BEFORE TRUNCATE ON clinic_gait_plan
FOR EACH STATEMENT EXECUTE FUNCTION clinic_gait_refuse();

CREATE TRIGGER clinic_gait_plan_goal_truncate
BEFORE TRUNCATE ON clinic_gait_plan_goal
FOR EACH STATEMENT EXECUTE FUNCTION clinic_gait_refuse();

CREATE TRIGGER clinic_gait_plan_technique_truncate
BEFORE TRUNCATE ON clinic_gait_plan_technique
FOR EACH STATEMENT EXECUTE FUNCTION clinic_gait_refuse();

CREATE TRIGGER clinic_gait_plan_exercise_truncate
BEFORE TRUNCATE ON clinic_gait_plan_exercise
FOR EACH STATEMENT EXECUTE FUNCTION clinic_gait_refuse();

CREATE TRIGGER clinic_gait_issued_truncate
BEFORE TRUNCATE ON clinic_gait_issued
FOR EACH STATEMENT EXECUTE FUNCTION clinic_gait_refuse();

CREATE TRIGGER clinic_gait_hold_truncate
BEFORE TRUNCATE ON clinic_gait_hold
FOR EACH STATEMENT EXECUTE FUNCTION clinic_gait_refuse();

CREATE TRIGGER clinic_gait_print_truncate
BEFORE TRUNCATE ON clinic_gait_print
FOR EACH STATEMENT EXECUTE FUNCTION clinic_gait_refuse();

CREATE TRIGGER clinic_gait_audit_truncate
BEFORE TRUNCATE ON clinic_gait_audit
FOR EACH STATEMENT EXECUTE FUNCTION clinic_gait_refuse();

CREATE TRIGGER clinic_gait_audit_head_truncate
BEFORE TRUNCATE ON clinic_gait_audit_head
FOR EACH STATEMENT EXECUTE FUNCTION clinic_gait_refuse();
