package org.guiche.privacy;

import java.util.List;
import org.guiche.shared.Belongings;
import org.guiche.shared.Belongings.Value;

/** What one of the other modules keeps for a person. */
record Kept(String key, String title, List<List<Value>> all) {

    static Kept of(Belongings belongings, long personId) {
        return new Kept(belongings.key(), belongings.title(), belongings.of(personId));
    }
}
