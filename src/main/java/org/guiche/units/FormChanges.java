package org.guiche.units;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** What changes from one version of a form to another, a sentence each. */
public final class FormChanges {

    private final RequestForm before;
    private final RequestForm after;
    private final List<String> sentences = new ArrayList<>();

    private FormChanges(RequestForm before, RequestForm after) {
        this.before = before;
        this.after = after;
    }

    /** All of them; none where both ask the same. */
    public static List<String> between(RequestForm before, RequestForm after) {
        var changes = new FormChanges(before, after);
        changes.all();
        return List.copyOf(changes.sentences);
    }

    private void all() {
        after.fields().stream()
                .filter(field -> before.field(field.key()).isEmpty())
                .forEach(field -> say("units.changes.added", field.label()));
        before.fields().stream()
                .filter(field -> after.field(field.key()).isEmpty())
                .forEach(field -> say("units.changes.removed", field.label()));
        after.fields().forEach(field -> before.field(field.key()).ifPresent(old -> field(old, field)));
        if (!common(before, after).equals(common(after, before))) {
            say("units.changes.order");
        }
        if (!Objects.equals(before.subject(), after.subject())) {
            say("units.changes.subject");
        }
        routing();
        sensitive();
    }

    private void sensitive() {
        var condition = after.sensitive();
        if (condition == null && before.sensitive() != null) {
            say("units.changes.sensitive.none");
        } else if (condition != null && !condition.equals(before.sensitive())) {
            say("units.changes.sensitive", new ConditionWords(after).say(condition));
        }
    }

    private void say(String key, Object... args) {
        sentences.add(Texts.get(key, args));
    }

    private static List<String> common(RequestForm of, RequestForm other) {
        return of.fields().stream()
                .map(Field::key)
                .filter(key -> other.field(key).isPresent())
                .toList();
    }

    private void field(Field old, Field now) {
        if (!old.label().equals(now.label())) {
            say("units.changes.label", old.label(), now.label());
        }
        if (old.kind() != now.kind()) {
            say("units.changes.kind", now.label());
        }
        if (old.required() != now.required()) {
            say(now.required() ? "units.changes.required" : "units.changes.optional", now.label());
        }
        differs("units.changes.help", now, old.help(), now.help());
        differs("units.changes.default", now, old.defaultValue(), now.defaultValue());
        differs("units.changes.validation", now, old.validation(), now.validation());
        if (!Objects.equals(old.visibleWhen(), now.visibleWhen())) {
            condition(now);
        }
        options(old, now);
    }

    private void differs(String key, Field now, @Nullable Object one, @Nullable Object other) {
        if (!Objects.equals(one, other)) {
            say(key, now.label());
        }
    }

    private void condition(Field now) {
        var condition = now.visibleWhen();
        if (condition == null) {
            say("units.changes.always", now.label());
        } else {
            say("units.changes.when", now.label(), new ConditionWords(after).say(condition));
        }
    }

    private void options(Field old, Field now) {
        if (old.options().equals(now.options())) {
            return;
        }
        var added = now.options().stream()
                .filter(option -> !old.hasOption(option.value()))
                .count();
        var removed = old.options().stream()
                .filter(option -> !now.hasOption(option.value()))
                .count();
        if (added == 0 && removed == 0) {
            say("units.changes.options", now.label());
        } else {
            say("units.changes.options.count", now.label(), added, removed);
        }
    }

    private void routing() {
        var old = sectors(before);
        var now = sectors(after);
        if (old.equals(now)) {
            return;
        }
        var field = after.routing() == null
                ? null
                : after.field(after.routing().field()).orElse(null);
        if (field == null) {
            say("units.changes.routing.none");
        } else {
            say("units.changes.routing", field.label());
        }
    }

    private static Map<String, String> sectors(RequestForm form) {
        var routing = form.routing();
        if (routing == null) {
            return Map.of();
        }
        var sectors = new HashMap<String, String>();
        routing.sectors().forEach((value, sector) -> sectors.put(routing.field() + "=" + value, sector));
        return sectors;
    }
}
