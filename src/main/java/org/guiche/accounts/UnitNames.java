package org.guiche.accounts;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.guiche.shared.Texts;

/** What units are called that are known here by their keys alone: whoever keeps units says so while observing. */
public final class UnitNames {

    private final Set<String> keys;
    private final Map<String, String> names = new HashMap<>();

    public UnitNames(Collection<String> keys) {
        this.keys = Set.copyOf(keys);
    }

    /** The units that are asked about. */
    public Set<String> keys() {
        return keys;
    }

    /** The unit of that key is called so. */
    public void name(String key, String name) {
        names.put(key, name);
    }

    /** The name with the key beside it; the key alone where nobody knows the unit. */
    public String of(String key) {
        return names.containsKey(key) ? Texts.get("accounts.audit.unit", names.get(key), key) : key;
    }
}
