package org.guiche.reporting;

import java.util.List;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Sector;
import org.jspecify.annotations.Nullable;

/** What somebody's reports are cut by and called, of units and sectors. */
record KnownCuts(List<BusinessUnit> units, List<Sector> sectors, boolean isStaff) {

    /** The unit of that key; null for none. */
    @Nullable
    Long unit(@Nullable String key) {
        return units.stream()
                .filter(one -> one.key().equals(key))
                .map(BusinessUnit::id)
                .findFirst()
                .orElse(null);
    }

    /** The sector of that key; null for none, and for customers. */
    @Nullable
    Long sector(@Nullable String key) {
        return sectors.stream()
                .filter(one -> isStaff && one.key().equals(key))
                .map(Sector::id)
                .findFirst()
                .orElse(null);
    }

    /** What the table has a line for where nobody says so: customers know no sectors. */
    Dimension usual() {
        return isStaff ? Dimension.SECTOR : Dimension.UNIT;
    }
}
