package org.guiche.units;

/** Which ticket of a sector is next. */
public enum QueueOrder {
    FIFO,
    PRIORITY_FIFO,
    DUE_FIRST
}
