package org.guiche.shared;

/** The caller sees it but may not do this to it: 403. What the caller may not see is {@link NotFound}. */
public final class AccessDenied extends BusinessException {

    private static final long serialVersionUID = 1;

    public AccessDenied(String key, Object... args) {
        super(key, args);
    }
}
