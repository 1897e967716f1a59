package org.guiche.accounts;

/** How a person wants the pages to look. */
public enum Theme {
    /** As the device is set. */
    SYSTEM,
    LIGHT,
    DARK
}
