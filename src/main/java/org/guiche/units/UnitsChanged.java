package org.guiche.units;

/** Something about units or sectors is no longer as it was. */
record UnitsChanged() {}
