package org.guiche.shared;

import java.util.ArrayList;
import java.util.List;

/** Which kinds of rows are kept for a while: every module names its own while observing. */
public final class RetentionSurvey {

    private final List<Kept> kinds = new ArrayList<>();

    /** These are swept. */
    public void of(Kept... some) {
        kinds.addAll(List.of(some));
    }

    List<Kept> kinds() {
        return List.copyOf(kinds);
    }
}
