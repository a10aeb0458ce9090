"""The day of which a site is shown."""

from __future__ import annotations

import argparse
import os
from datetime import UTC, date, datetime


def day_of(given: argparse.Namespace) -> date:
    """The day that is asked for, else SOURCE_DATE_EPOCH's, else today, in UTC."""
    if given.date:
        day: date = given.date
        return day
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else datetime.now(UTC).date()
