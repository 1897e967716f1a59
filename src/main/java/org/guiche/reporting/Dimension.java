package org.guiche.reporting;

/** What a table of figures has a line for. */
public enum Dimension {
    SECTOR("sector_id", true),
    UNIT("unit_id", false),
    AGENT("agent_id", true),
    CLASSIFICATION("classification_id", false),
    PRIORITY("priority", false),
    COMPANY("company_id", false),
    PARTNER("group_id", true),
    CHANNEL("channel", false),
    TAG("label_id", true);

    private final String column;
    private final boolean internal;

    Dimension(String column, boolean internal) {
        this.column = column;
        this.internal = internal;
    }

    String column() {
        return column;
    }

    /** Whether only the staff may have a line for each. */
    public boolean isInternal() {
        return internal;
    }

    /** Whether cells have it as a column of their own, with few values; of others only the busiest are looked at. */
    boolean isFew() {
        return this != COMPANY && this != PARTNER && this != TAG;
    }
}
