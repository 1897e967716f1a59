package org.guiche.shared;

/** Somebody else changed it meanwhile: 412 over the API; a page keeps the text and shows what changed. */
public final class StaleVersion extends BusinessException {

    private static final long serialVersionUID = 1;

    public StaleVersion() {
        super("shared.stale-version");
    }
}
