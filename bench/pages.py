"""Milliseconds per page in process, beside a bare Flask page: the day list, the chart, the visit form, the desk."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from flask import Flask

from bench._measure import Cost, cost, peak, table
from clinic_gait.clinical.catalogue import USUAL_SET
from clinic_gait.clinical.catalogue import measure as measure_of
from clinic_gait.clinical.measures import Quantity, codes
from clinic_gait.clinical.values import LEGS, Reading
from clinic_gait.records.subject import subject_for
from clinic_gait.records.visit import start_visit
from tests import hosts
from tests.conftest import visitor

VISITS = 10


def hello() -> Cost:
    """A Flask page that says hello: the yardstick."""
    app = Flask("hello")
    app.add_url_rule("/", "hello", lambda: "hello")
    client = app.test_client()
    return cost(lambda: client.get("/"), times=200)


def readings(number: int) -> list[Reading]:
    """The usual set on both legs, a little different at every visit."""
    found = []
    for key in USUAL_SET:
        measure = measure_of(key)
        for side in LEGS:
            if isinstance(measure, Quantity):
                middle = (measure.usual_low + measure.usual_high) / 2
                value = Decimal(int(middle) + number % 3)
                found.append(Reading(measure=key, side=side, value=value, method=measure.default_method))
            else:
                steps = codes(measure)
                found.append(Reading(measure=key, side=side, code=steps[number % len(steps)].code))
    return found


def fill(app: Flask) -> tuple[str, str]:
    """One patient with ten visits; gives the ids of the subject and of the newest visit."""
    host = app.extensions["clinic_gait"].host
    clinic, by = hosts.CLINICS["river"], hosts.USERS["therapist"].staff
    with app.test_request_context():
        session = app.extensions["clinic_gait"].session()
        subject = subject_for(session, clinic.key, host.get_patient("1"))
        for number in range(VISITS):
            day = date(2026, 11, 12) - timedelta(days=7 * (VISITS - 1 - number))
            visit = start_visit(
                session, subject=subject, clinic=clinic, day=day, kind="daily", by=by, form_key=f"visit {number}"
            )
            visit.record(*readings(number))
        session.commit()
        return str(subject.id), str(visit.id)


def main() -> None:
    """Print the table."""
    yardstick = hello()
    rows = [("bare Flask page", f"{yardstick.cpu:.2f}", f"{yardstick.best:.2f}", "1", "0")]
    with tempfile.TemporaryDirectory() as folder:
        app = hosts.make_app(f"sqlite:///{Path(folder) / 'bench.sqlite'}")
        subject, visit = fill(app)
        client = visitor(app, "therapist")
        pages = {
            "today": "/gait/today",
            f"chart, {VISITS} visits of {2 * len(USUAL_SET)} values": f"/gait/patients/{subject}",
            "visit form": f"/gait/visits/{visit}",
            "shoes": f"/gait/visits/{visit}/shoes",
            "leg length": f"/gait/visits/{visit}/leg-length",
            "plan": f"/gait/visits/{visit}/plan",
            "review": f"/gait/visits/{visit}/review",
            "desk": "/gait/desk",
        }
        for name, url in pages.items():
            answer = client.get(url)
            if answer.status_code != 200:
                raise SystemExit(f"{url} answers {answer.status_code}")
            spent = cost(lambda url=url: client.get(url), times=20)
            ratio = spent.best / yardstick.best
            rows.append(
                (name, f"{spent.cpu:.1f}", f"{spent.best:.1f}", f"{ratio:.0f}", f"{len(answer.data) / 1000:.0f}")
            )
        with app.app_context():
            app.extensions["test_db"].engine.dispose()
    table("Pages on SQLite, audit and permissions on", ("page", "CPU ms", "best ms", "x Flask", "kB"), rows)
    print(f"\npeak memory {peak():.0f} MB")


if __name__ == "__main__":
    main()
