package org.guiche.partners;

import java.util.List;

/** What a file brings in. */
public enum ImportKind {
    COMPANIES,
    PEOPLE;

    /** The columns that a file may have, those that it must have among them. */
    public List<ImportColumn> columns() {
        return this == COMPANIES ? ImportColumn.COMPANIES : ImportColumn.PEOPLE;
    }
}
