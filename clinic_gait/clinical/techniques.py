"""What the therapist does in clinic: hands-on techniques, training and advice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Technique:
    """A technique with its usual dose.

    ``grade`` says how good the evidence is: A strong, B moderate, C weak, D
    clinic idea. ``contra`` are the classes that conditions act on; ``cpt`` is
    a billing code number, whose wording is the clinic's own to license.
    """

    key: str
    name: str
    dose: str
    grade: str
    contra: tuple[str, ...]
    sources: tuple[str, ...]
    note: str = ""
    cpt: str = ""

    @property
    def graded(self) -> bool:
        """Whether it is recorded with a Maitland grade."""
        return "mob" in self.contra


#: Maitland's grades of movement.
MAITLAND: Mapping[str, str] = MappingProxyType(
    {
        "I": "small movement, before resistance",
        "II": "large movement, before resistance",
        "III": "large movement into resistance",
        "IV": "small movement into resistance",
        "V": "small fast thrust at end range",
    }
)

#: How the grades are chosen (maitland_cyber).
MAITLAND_USE = "Grades I and II where pain comes first, III and IV where stiffness comes first."

_ENTRIES = (
    Technique(
        key="mt_talar_ap",
        name="Talocrural front-to-back (posterior talar) glide",
        dose="Maitland III, 2-4 sets x 2 min, 1 min rest, about 6 visits over 2 weeks, then re-test",
        grade="B",
        contra=("mob",),
        sources=("hoch2012", "vall2019", "kim2022", "jiang2026", "silva2017"),
        note=(
            "Helps after sprain or with a stiff ankle; a single visit or symptom-free ankles may show no gain"
            " (met_thesis, taylor2024 small). Newest pooled result: motion SMD 1.18 (0.22-2.15), studies "
            "disagree strongly (I2 90%), no pain gain (jiang2026); function gain yes in jiang2026, no in "
            "kim2022."
        ),
        cpt="97140",
    ),
    Technique(
        key="mt_talo_distraction",
        name="Talocrural distraction",
        dose="Maitland II traction 2 sets x 2 min before glides",
        grade="B",
        contra=("mob",),
        sources=("vall2019", "hoch2012"),
        cpt="97140",
    ),
    Technique(
        key="mt_mwm_wb",
        name="Weight-bearing mobilization with movement (belt)",
        dose="4 sets x 4 glides, 10 s hold at end range",
        grade="B",
        contra=("mwm",),
        sources=("vicenzino2006", "mwm2025", "vall2019"),
        cpt="97140",
    ),
    Technique(
        key="mt_mwm_nwb",
        name="Non-weight-bearing mobilization with movement",
        dose="4 sets x 4 glides, 10 s hold",
        grade="B",
        contra=("mwm",),
        sources=("vicenzino2006", "vall2019"),
        cpt="97140",
    ),
    Technique(
        key="mt_subtalar_glide",
        name="Subtalar medial and lateral glide",
        dose="grade III-IV, 2-3 sets x 30-60 s each way (convention)",
        grade="D",
        contra=("mob",),
        sources=("seed_wehking", "memory"),
        note=(
            "No trial isolating subtalar mobilization was found in the literature read. A clinic page says it lets "
            "the talus glide back; the posterior talar glide itself is a talocrural technique."
        ),
        cpt="97140",
    ),
    Technique(
        key="mt_subtalar_distraction",
        name="Subtalar distraction",
        dose="grade I-III 3 x 30 s (convention)",
        grade="D",
        contra=("mob",),
        sources=("memory",),
        cpt="97140",
    ),
    Technique(
        key="mt_tibfib_distal",
        name="Distal tib-fib glide",
        dose="grade III 3 x 30 s (convention)",
        grade="C",
        contra=("mob",),
        sources=("tjm_cai", "memory"),
        note=(
            "Thrusts at the ankle and both tib-fib joints plus exercise raised loaded dorsiflexion, exercise "
            "alone did not (tjm_cai); this glide alone was not tested."
        ),
        cpt="97140",
    ),
    Technique(
        key="mt_tibfib_proximal",
        name="Proximal tib-fib glide",
        dose="grade III 3 x 30 s (convention)",
        grade="C",
        contra=("mob",),
        sources=("tjm_cai", "memory"),
        note="As the distal glide: only tested together with other joints.",
        cpt="97140",
    ),
    Technique(
        key="mt_midtarsal",
        name="Midfoot mobilization",
        dose="grade III 3 x 30 s (convention)",
        grade="D",
        contra=("mob",),
        sources=("memory",),
        cpt="97140",
    ),
    Technique(
        key="mt_mtp1",
        name="Big-toe joint glide",
        dose="grade II-III 3 x 30 s (convention)",
        grade="C",
        contra=("mob",),
        sources=("memory",),
        cpt="97140",
    ),
    Technique(
        key="mt_soft_calf",
        name="Calf and heel-cord soft-tissue work (massage)",
        dose="about 5 min; re-test",
        grade="C",
        contra=("foam",),
        sources=("taylor2024", "seed_bodylink"),
        note="Small same-day gain.",
        cpt="97140",
    ),
    Technique(
        key="mt_stretch_gastroc",
        name="Therapist gastrocnemius stretch (knee straight)",
        dose="4 x 30 s",
        grade="B",
        contra=("stretch",),
        sources=("radford2006", "young2013", "medeiros2018", "warneke2023"),
        note=(
            "Gain comes from stretching over weeks: about 5 deg in healthy adults (medeiros2018, as quoted); "
            "10 min a day was enough for the knee-to-wall test (warneke2023)."
        ),
        cpt="97140",
    ),
    Technique(
        key="mt_stretch_soleus",
        name="Therapist soleus stretch (knee bent)",
        dose="4 x 30 s",
        grade="B",
        contra=("stretch",),
        sources=("radford2006", "young2013", "medeiros2018"),
        cpt="97140",
    ),
    Technique(
        key="gait_retrain",
        name="Walking and running retraining",
        dose="10-15 min with feedback, fade feedback",
        grade="C",
        contra=("load",),
        sources=("neal2024", "willy2019", "memory"),
        note=(
            "A supporting option for chosen people, not the core of care (neal2024, conclusion as quoted elsewhere)."
        ),
        cpt="97116",
    ),
    Technique(
        key="lift_trial",
        name="Heel or sole lift trial",
        dose="height and steps are set by the therapist, never by the program",
        grade="C",
        contra=(),
        sources=("campbell2018", "brady2003", "defrin2005", "rannisto2019", "hasler2000"),
        note="Two small randomized trials helped low back pain; none found for knee pain.",
    ),
    Technique(
        key="footwear",
        name="Footwear advice",
        dose="once; photo of wear",
        grade="D",
        contra=(),
        sources=("dor2017",),
        cpt="97535",
    ),
    Technique(
        key="orthosis",
        name="Short-term off-the-shelf foot orthosis",
        dose="up to 6 weeks with exercise for pronated feet with kneecap pain",
        grade="B",
        contra=(),
        sources=("collins2018", "crossley2016", "winters2020", "neal2024", "willy2019", "memory"),
        note=(
            "Consensus: less pain in the short term, function uncertain (collins2018); added to education OR "
            "16.5 against waiting, low certainty (winters2020). The guideline's own grade and the 6 weeks: "
            "from memory."
        ),
        cpt="97760",
    ),
    Technique(
        key="education",
        name="Load and pain education",
        dose="each visit",
        grade="B",
        contra=(),
        sources=("winters2020", "neal2024", "chimenti2024", "willy2019", "silbernagel2007"),
        note=(
            "Alone better than waiting at 3 months in kneecap pain (OR 9.6, low certainty, winters2020); part"
            " of every core plan (neal2024)."
        ),
        cpt="97535",
    ),
    Technique(
        key="gait_assessment",
        name="Full gait assessment",
        dose="once, repeat at re-exam",
        grade="D",
        contra=(),
        sources=("seed_gaithappens", "memory"),
        note=(
            "A clinic's advice for knee pain that lasts. 97750 needs a written report; on day one it is part of the "
            "evaluation."
        ),
        cpt="97750",
    ),
    Technique(
        key="cue_training",
        name="Movement cues: knee over middle toe, drive through the heel",
        dose="10 min, external cue, fade",
        grade="D",
        contra=("load",),
        sources=("seed_northstar", "memory"),
        cpt="97112",
    ),
    Technique(
        key="balance_training",
        name="Supervised balance training",
        dose="10-15 min",
        grade="B",
        contra=("load",),
        sources=("martin2021", "martin2021_text", "terada2013"),
        note=(
            "Guideline: grade A for balance exercise and bracing to prevent another sprain, C to prevent a "
            "first one (as reported in a podcast on the guideline); its treatment grades were not read."
        ),
        cpt="97112",
    ),
)

#: Every technique by its key.
TECHNIQUES: Mapping[str, Technique] = MappingProxyType({one.key: one for one in _ENTRIES})
