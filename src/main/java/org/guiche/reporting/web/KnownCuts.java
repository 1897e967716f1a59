package org.guiche.reporting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.reporting.Dimension;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** What reports are cut by and called, of units and sectors. */
@RequestScoped
public class KnownCuts {

    @Inject
    Units units;

    @Inject
    Sectors sectors;

    @Inject
    CurrentUser user;

    /** The unit of that key; null for none. */
    @Nullable
    Long unit(@Nullable String key) {
        return units.all().stream()
                .filter(one -> one.key().equals(key))
                .map(BusinessUnit::id)
                .findFirst()
                .orElse(null);
    }

    /** The sector of that key; null for none, and for customers. */
    @Nullable
    Long sector(@Nullable String key) {
        return sectors.all().stream()
                .filter(one -> user.isStaff() && one.key().equals(key))
                .map(Sector::id)
                .findFirst()
                .orElse(null);
    }

    /** What the table has a line for where nobody says so: customers know no sectors. */
    Dimension usual() {
        return user.isStaff() ? Dimension.SECTOR : Dimension.UNIT;
    }
}
