package org.guiche.shared.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Set;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** The product's sentences for pages: {@code #{msg['tickets.send']}} and {@code #{msg.of('tickets.place', place, total)}}. */
@Named("msg")
@ApplicationScoped
public class Messages extends AbstractMap<String, String> {

    @Override
    public String get(@Nullable Object key) {
        return Texts.get(String.valueOf(key));
    }

    /** The sentence with its places filled. */
    public String of(String key, Object... args) {
        return Texts.get(key, args);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return Texts.has(String.valueOf(key));
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return Set.of();
    }
}
