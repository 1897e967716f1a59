package org.guiche.shared.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Set;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** The product's sentences for pages: {@code #{msg['tickets.send']}}. */
@Named("msg")
@ApplicationScoped
public class Messages extends AbstractMap<String, String> {

    @Override
    public String get(@Nullable Object key) {
        return Texts.get(String.valueOf(key));
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return true;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return Set.of();
    }
}
