"""The practice's table of contents: every URL of its own, and nothing else."""

from __future__ import annotations

from typing import Any

from flask import Blueprint

from clinic_gait.practice import auth, door, health, log_page, patient_pages, user_pages
from clinic_gait.practice.settings import settings

#: endpoint, rule, methods, view. Permissions stand at the views.
RULES = (
    ("home", "/", ["GET"], door.home),
    ("sign_in", "/sign-in", ["GET", "POST"], door.sign_in),
    ("sign_out", "/sign-out", ["POST"], door.sign_out),
    ("stay", "/stay", ["GET"], door.stay),
    ("account", "/account", ["GET", "POST"], door.account),
    ("patients", "/patients", ["GET"], patient_pages.patients_list),
    ("find", "/patients/find", ["POST"], patient_pages.find),
    ("patients_add", "/patients/add", ["GET", "POST"], patient_pages.add),
    ("patient", "/patients/<uuid:key>", ["GET", "POST"], patient_pages.patient),
    ("book", "/patients/<uuid:key>/today", ["GET", "POST"], patient_pages.book),
    ("cancel", "/appointments/<uuid:key>/cancel", ["POST"], patient_pages.cancel),
    ("users", "/users", ["GET"], user_pages.users),
    ("users_add", "/users/add", ["GET", "POST"], user_pages.add),
    ("user_deactivate", "/users/<uuid:key>/deactivate", ["POST"], user_pages.deactivate),
    ("user_activate", "/users/<uuid:key>/activate", ["POST"], user_pages.activate),
    ("user_password", "/users/<uuid:key>/password", ["POST"], user_pages.password),
    ("log", "/log", ["GET"], log_page.log),
    ("health", "/health", ["GET"], health.health),
)

#: Pages that need no sign-in; a test holds every other one to a permission.
OPEN = ("practice.home", "practice.sign_in", "practice.sign_out", "practice.health", "practice.static")


def make_blueprint() -> Blueprint:
    """The practice's blueprint."""
    blueprint = Blueprint(
        "practice", __name__, template_folder="templates", static_folder="static", static_url_path="/practice"
    )
    for endpoint, rule, methods, view in RULES:
        blueprint.add_url_rule(rule, endpoint, view, methods=methods)
    blueprint.app_context_processor(words)
    return blueprint


def words() -> dict[str, Any]:
    """What the layout needs, on the plugin's pages too."""
    return {
        "practice_user": auth.signed_in(),
        "practice_may": auth.may,
        "practice_idle_minutes": settings().idle_minutes,
    }
