"""Wrong sign-ins, counted: for a name from one address, and for one address whatever the name.

The same name from another address is not held up, so nobody can lock a
colleague out. A try is counted before the password is looked at, or a hundred
tries at once would all come through.
"""

from __future__ import annotations

import hashlib

import sqlalchemy as sa
from sqlalchemy.orm import Session

from clinic_gait.practice.models import Tries

#: Wrong tries for one name from one address, and from one address in all, before the pause.
FOR_A_NAME, FOR_AN_ADDRESS = 10, 100
#: Seconds of the pause; tries older than this are forgotten.
PAUSE = 15 * 60


#: During a pause the time stands still, so that trying on does not make it longer.
_COUNT = sa.text(
    "INSERT INTO practice_tries (what, count, last) VALUES (:what, 1, :now) "
    "ON CONFLICT (what) DO UPDATE SET count = practice_tries.count + 1, "
    "last = CASE WHEN practice_tries.count >= :most THEN practice_tries.last ELSE :now END "
    "RETURNING count, last"
)


def begin(session: Session, username: str, address: str, now: int) -> int:
    """Count a try that begins now. Gives the seconds to wait, 0 when it may go on."""
    session.execute(sa.delete(Tries).where(Tries.last < now - PAUSE))
    waits = [
        _count(session, _what(username, address), FOR_A_NAME, now),
        _count(session, _what("", address), FOR_AN_ADDRESS, now),
    ]
    session.commit()
    return max(waits)


def forget(session: Session, username: str, address: str) -> None:
    """The password was right: what was counted for this name here, and this try of the address, is taken back."""
    session.execute(sa.delete(Tries).where(Tries.what == _what(username, address)))
    mine = Tries.what == _what("", address)
    session.execute(sa.update(Tries).where(mine, Tries.count > 0).values(count=Tries.count - 1))


def _what(username: str, address: str) -> str:
    return hashlib.sha256(f"{username}\n{address}".encode()).hexdigest()


def _count(session: Session, what: str, most: int, now: int) -> int:
    """One statement, so that tries at the same moment are counted one after the other."""
    row = session.execute(_COUNT, {"what": what, "now": now, "most": most}).one()
    count: int = row[0]
    return int(row.last) + PAUSE - now if count > most else 0
