package org.guiche.units;

/** How urgent a ticket is; a unit may use fewer. The order is the queue's. */
public enum Priority {
    URGENT(0, "urgente"),
    HIGH(1, "alta"),
    MEDIUM(2, "media"),
    LOW(3, "baixa");

    private final int rank;
    private final String style;

    Priority(int rank, String style) {
        this.rank = rank;
        this.style = style;
    }

    /** 0 for the most urgent. */
    public int rank() {
        return rank;
    }

    /** The last word of its style class. */
    public String style() {
        return style;
    }
}
