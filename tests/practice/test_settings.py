"""What the practice refuses to start with, and how it sets itself up."""

from __future__ import annotations

import secrets
import stat
from decimal import Decimal
from pathlib import Path

import pytest
from flask import Flask

from clinic_gait.practice import settings
from clinic_gait.practice.app import create_app
from clinic_gait.practice.database import address, db
from clinic_gait.practice.settings import CannotStart, PracticeSettings
from tests.practice.conftest import PASSWORD, Browser, Clock, fill, make_practice, new_browser

GOOD = secrets.token_urlsafe(48)


@pytest.fixture(autouse=True)
def nothing_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def production(**given: object) -> Flask:
    return create_app({f"{settings.PREFIX}{name.upper()}": value for name, value in given.items()})


def found(app: Flask) -> PracticeSettings:
    with app.app_context():
        return settings.settings()


def test_production_does_not_start_without_a_secret() -> None:
    with pytest.raises(CannotStart, match="There is no secret to sign the cookies with"):
        production()


@pytest.mark.parametrize("secret", ["dev", "secret", "x" * 64, "abcabc" * 10, "change me please", "a" * 31])
def test_production_does_not_start_with_a_secret_that_can_be_guessed(secret: str) -> None:
    with pytest.raises(CannotStart, match="too easy to guess"):
        production(secret=secret)


def test_production_does_not_start_with_a_weak_secret_in_its_file(tmp_path: Path) -> None:
    (tmp_path / "weak").write_text("weak\n")
    with pytest.raises(CannotStart, match="too easy to guess"):
        production(secret_file=tmp_path / "weak")


@pytest.mark.parametrize(
    ("name", "value"),
    [("IDLE_MINUTES", "0"), ("IDLE_MINUTES", "many"), ("IDLE_MINUTES", "999"), ("PROXIES", "-1"), ("NONSENSE", "1")],
)
def test_a_setting_that_cannot_be_is_named(name: str, value: str) -> None:
    with pytest.raises(CannotStart, match=name):
        production(secret=GOOD, **{name.lower(): value})


def test_settings_come_from_the_environment_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CLINIC_GAIT_PRACTICE_SECRET", GOOD)
    monkeypatch.setenv("CLINIC_GAIT_PRACTICE_TRUSTED_HOSTS", "gait.example, www.gait.example")
    monkeypatch.setenv("CLINIC_GAIT_PRACTICE_IDLE_MINUTES", "10")
    app = create_app()
    assert found(app).trusted_hosts == ("gait.example", "www.gait.example")
    assert found(app).idle_minutes == 10
    assert found(app).folder == tmp_path / "instance"


def test_the_usual_set_comes_from_the_environment_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLINIC_GAIT_USUAL_SET", '["slb_s", "ev_deg"]')
    app = production(secret=GOOD)
    assert app.extensions["clinic_gait"].settings.usual_of("any") == ("slb_s", "ev_deg")


def test_a_usual_set_that_is_no_json_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLINIC_GAIT_USUAL_SET", "slb_s and ev_deg")
    with pytest.raises(CannotStart, match=r'CLINIC_GAIT_USUAL_SET is no JSON .* write it like \["wblt_deg"'):
        production(secret=GOOD)


def test_cut_offs_come_from_the_environment_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLINIC_GAIT_THRESHOLDS", '{"wblt_low_cm": 9.5}')
    app = production(secret=GOOD)
    assert app.extensions["clinic_gait"].settings.limits_of("any")["wblt_low_cm"].value == Decimal("9.5")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ('{"df_ke_limited": 80}', "df_ke_limited is 80; it may be -10 to"),
        ("df_ke_limited=4", "CLINIC_GAIT_THRESHOLDS is no JSON"),
    ],
)
def test_a_cut_off_that_cannot_be_stops_the_start_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, given: str, sentence: str
) -> None:
    monkeypatch.setenv("CLINIC_GAIT_THRESHOLDS", given)
    with pytest.raises(CannotStart, match=sentence):
        production(secret=GOOD)


def test_the_cookie_is_closed_in_production() -> None:
    app = production(secret=GOOD)
    assert app.config["SESSION_COOKIE_SECURE"] is True
    assert app.config["SESSION_COOKIE_HTTPONLY"] is True
    assert app.config["SESSION_COOKIE_SAMESITE"] == "Lax"
    assert app.config["SESSION_COOKIE_NAME"].startswith("__Host-")


def test_signing_in_works_over_https_without_a_referrer(own_file: Path) -> None:
    app = production(secret=GOOD, database=f"sqlite:///{own_file}")
    app.test_client_class = Browser
    browser = new_browser(app)
    over = {"base_url": "https://gait.example"}
    token = browser.token("/sign-in", **over)
    form = {"csrf_token": token, "username": "therapist", "password": PASSWORD}
    assert browser.post("/sign-in", data=form, **over).status_code == 303
    page = browser.get("/patients", **over)
    assert page.status_code == 200
    assert page.headers["Strict-Transport-Security"]


def test_a_secret_is_made_once_and_for_nobody_else(tmp_path: Path) -> None:
    settings.write_secret(tmp_path)
    first = (tmp_path / "secret").read_text()
    settings.write_secret(tmp_path)
    assert (tmp_path / "secret").read_text() == first
    assert stat.S_IMODE((tmp_path / "secret").stat().st_mode) == 0o600
    assert found(production(folder=tmp_path)).secret == first


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("postgres://u:p@h/d", "postgresql+psycopg://u:p@h/d"),
        ("postgresql://u:p@h/d?sslmode=require", "postgresql+psycopg://u:p@h/d?sslmode=require"),
        ("postgresql+psycopg://h/d", "postgresql+psycopg://h/d"),
        ("sqlite:////var/lib/x.sqlite", "sqlite:////var/lib/x.sqlite"),
    ],
)
def test_addresses_of_databases_are_spelled_out(given: str, meant: str) -> None:
    assert address(given) == meant


def test_a_request_under_a_strange_name_is_refused(own_file: Path, tmp_path: Path, clock: Clock) -> None:
    hosts = {"CLINIC_GAIT_PRACTICE_TRUSTED_HOSTS": ("gait.example",)}
    browser = new_browser(make_practice(f"sqlite:///{own_file}", tmp_path, clock, **hosts))
    assert browser.get("/sign-in", base_url="http://gait.example").status_code == 200
    for strange in ("evil.example", "gait.example.evil.example", "127.0.0.1"):
        answer = browser.get("/sign-in", base_url=f"http://{strange}")
        assert answer.status_code == 400
        assert strange not in answer.text


def test_behind_a_proxy_the_visitors_own_address_is_counted(own_file: Path, tmp_path: Path, clock: Clock) -> None:
    app = make_practice(f"sqlite:///{own_file}", tmp_path, clock, CLINIC_GAIT_PRACTICE_PROXIES=1)
    seen: list[str | None] = []

    @app.before_request
    def look() -> None:
        from flask import request

        seen.append(request.remote_addr)

    app.test_client().get("/health", headers={"X-Forwarded-For": "6.6.6.6, 10.1.2.3"})
    assert seen == ["10.1.2.3"]


def test_sqlite_is_set_up_to_keep_what_it_acknowledges(practice: Flask) -> None:
    with practice.app_context(), db.engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}


def test_writing_begins_with_the_lock_and_reading_does_without(practice: Flask) -> None:
    with practice.app_context():
        session = db.session()
        session.connection().exec_driver_sql("SELECT 1 FROM practice_user")
        assert not session.connection().connection.driver_connection.in_transaction
        session.connection().exec_driver_sql("UPDATE practice_user SET active = active")
        assert session.connection().connection.driver_connection.in_transaction
        session.rollback()


def test_a_savepoint_alone_is_undone_with_its_transaction(practice: Flask) -> None:
    with practice.app_context():
        with db.session.begin_nested():
            db.session.connection().exec_driver_sql("UPDATE practice_user SET name = 'changed'")
        db.session.rollback()
        names = db.session.connection().exec_driver_sql("SELECT name FROM practice_user").scalars().all()
    assert "changed" not in names


def test_a_locked_database_is_answered_with_503_and_the_typed_text(practice: Flask, desk: Browser) -> None:
    token = desk.token("/account")
    with practice.app_context():
        db.engine.dispose()
        lock = db.engine.raw_connection()
        lock.cursor().execute("BEGIN IMMEDIATE")
        db.session.connection().exec_driver_sql("PRAGMA busy_timeout = 50")
        form = {"csrf_token": token, "family": "Kept", "birth_date": "1 Jan 1990"}
        form["form_key"] = "01a201b7-2477-763d-ae82-8848d0b0d5fe"
        answer = desk.post("/patients/add", data=form)
        lock.close()
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert 'value="Kept"' in answer.text


def test_the_practice_works_on_every_database(dialect: str, empty_database: object, tmp_path: Path) -> None:
    assert callable(empty_database)
    url = empty_database(dialect).render_as_string(hide_password=False)
    app = make_practice(url, tmp_path, Clock())
    fill(app)
    browser = new_browser(app)
    assert browser.sign_in("therapist", "wrong").status_code == 422
    assert browser.sign_in("therapist", PASSWORD).status_code == 303
    assert "Núñez" in browser.send("/patients/find", {"q": "nunez"}).text
    assert browser.send("/patients/find", {"q": "\x00"}).status_code == 200
    assert browser.send("/sign-in", {"username": "\x00", "password": "\x00"}, page="/account").status_code == 422
    form = {"form_key": "01a201b7-2477-763d-ae82-8848d0b0d5fe", "family": "ﷺ" * 90, "birth_date": "1 Jan 1990"}
    assert browser.send("/patients/add", form).status_code == 303
    assert browser.get("/health").text == "ok"
    with app.app_context():
        db.engine.dispose()
