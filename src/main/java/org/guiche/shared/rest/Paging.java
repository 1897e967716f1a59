package org.guiche.shared.rest;

import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.guiche.shared.Page;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** How much of a list is asked for, and from where on. */
public class Paging {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    @QueryParam("limit")
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Nullable
    String cursor;

    /** How many rows at most; refuses anything but 1 to 200. */
    public int limit() {
        if (limit == null) {
            return USUAL;
        }
        var wanted = limit.matches("\\d{1,3}") ? Integer.parseInt(limit) : 0;
        if (wanted < 1 || wanted > MOST) {
            throw RuleViolation.of("limit", "shared.limit.invalid");
        }
        return wanted;
    }

    /** The page of a list that is known as a whole: it goes on after the member that the cursor names by its key. */
    public <T> Page<T> page(List<T> all, Function<T, String> key) {
        var from = cursor == null ? 0 : after(all, key, cursor);
        var to = Math.min(all.size(), from + limit());
        var more = to < all.size();
        return new Page<>(all.subList(from, to), more ? cursor(key.apply(all.get(to - 1))) : null);
    }

    private static <T> int after(List<T> all, Function<T, String> key, String cursor) {
        for (var i = 0; i < all.size(); i++) {
            if (cursor(key.apply(all.get(i))).equals(cursor)) {
                return i + 1;
            }
        }
        throw RuleViolation.of("cursor", "shared.cursor.invalid");
    }

    private static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** Where to go on; null for the beginning. */
    public @Nullable String cursor() {
        return cursor;
    }
}
