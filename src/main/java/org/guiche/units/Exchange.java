package org.guiche.units;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.guiche.accounts.Person;
import org.guiche.shared.JsonText;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.jspecify.annotations.Nullable;

/**
 * The whole configuration as one file: every sector and every unit with its form. What is in a file is added or changed, what is
 * not stays as it is. Administrators only; a unit alone goes out for those who shape it, too.
 */
@Stateless
public class Exchange {

    private static final String FORMAT = "guiche-1";
    private static final String SECTORS = "sectors";
    private static final String UNITS = "units";

    @Resource
    EJBContext context;

    @Inject
    UnitRows rows;

    @Inject
    UnitStore store;

    @Inject
    UnitEditor editor;

    @Inject
    SectorEditor sectors;

    @Inject
    Units units;

    /** Everything, as {@link #bring} reads it. */
    public JsonObject file(Person actor) {
        UnitAccess.requireInstallation(actor);
        var list = JsonText.array();
        rows.texts("select key from units_unit where entry_sector_id is not null order by position, id")
                .forEach(key -> list.add(store.read(key).json()));
        return file(sectors.all(), list);
    }

    /**
     * One unit and the sectors that it leads to, without who works there, as {@link #bring} reads it.
     *
     * @throws org.guiche.shared.NotFound for a unit that there is not, or that somebody else shapes
     */
    public JsonObject file(Person actor, String unitKey) {
        UnitAccess.require(actor, unitKey);
        var stored = store.read(unitKey);
        var led = units.get(stored.id()).sectors();
        var list = JsonText.array();
        sectors.all().getValuesAs(JsonObject.class).stream()
                .filter(sector -> led.contains(sector.getString("key")))
                .forEach(list::add);
        return file(list.build(), JsonText.array().add(stored.json()));
    }

    private static JsonObject file(JsonArray sectors, JsonArrayBuilder units) {
        return JsonText.object()
                .add("format", FORMAT)
                .add(SECTORS, sectors)
                .add(UNITS, units)
                .build();
    }

    /** What that file would change, and what of it is refused; nothing happens. Refuses what is no such file. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public ImportPreview preview(Person actor, String file) {
        UnitAccess.requireInstallation(actor);
        var json = read(file);
        var revision = revision("");
        var items = new ArrayList<ImportItem>();
        each(
                json,
                SECTORS,
                part -> items.add(tried(part, sectors.find(part.key()), () -> sectors.bring(actor, part.json()))));
        each(json, UNITS, part -> items.add(tried(part, unit(part.key()), () -> bring(actor, part))));
        context.setRollbackOnly();
        return new ImportPreview(revision, items);
    }

    /**
     * Brings in the whole file, or nothing of it.
     *
     * @param revision that the preview showed
     * @throws StaleVersion where somebody changed something since then
     * @throws RuleViolation for the first thing that could not work, with its place in the file
     */
    public void bring(Person actor, String file, long revision) {
        UnitAccess.requireInstallation(actor);
        if (revision(" for update") != revision) {
            throw new StaleVersion();
        }
        var json = read(file);
        each(json, SECTORS, part -> placed(part, () -> sectors.bring(actor, part.json())));
        each(json, UNITS, part -> placed(part, () -> bring(actor, part)));
    }

    private record Part(String place, String key, JsonObject json) {}

    private long revision(String lock) {
        return rows.find("select number from units_revision" + lock).orElseThrow();
    }

    private @Nullable JsonObject unit(String key) {
        return exists(key) ? store.read(key).json() : null;
    }

    private boolean exists(String key) {
        return rows.find("select id from units_unit where key = ?1 and entry_sector_id is not null", key)
                .isPresent();
    }

    private void bring(Person actor, Part part) {
        if (exists(part.key())) {
            editor.become(actor, store.hold(part.key()), part.json());
        } else {
            editor.add(actor, part.json());
        }
    }

    private static ImportItem tried(Part part, @Nullable JsonObject before, Runnable bringing) {
        RuleViolation refusal = null;
        try {
            bringing.run();
        } catch (RuleViolation e) {
            refusal = e;
        }
        return new ImportItem(
                part.place(),
                part.json().getString("name", part.key()),
                before == null,
                before == null ? JsonValue.EMPTY_JSON_OBJECT : before,
                refusal == null ? normal(part.json()) : part.json(),
                refusal);
    }

    private static JsonObject normal(JsonObject json) {
        return json.containsKey("statuses") ? UnitWriting.write(UnitDocument.read(json)) : json;
    }

    private static void placed(Part part, Runnable bringing) {
        try {
            bringing.run();
        } catch (RuleViolation e) {
            var within = e.fields().isEmpty() ? "" : "." + e.fields().get(0).field();
            throw RuleViolation.of(part.place() + within, e.key(), e.args().toArray());
        }
    }

    private static JsonObject read(String file) {
        try (var reader = JsonText.reader(file)) {
            var json = reader.readObject();
            Members.read(json, "", members -> {
                if (!FORMAT.equals(members.text("format"))) {
                    throw members.refusal("format", "units.exchange.format", FORMAT);
                }
                members.list(SECTORS);
                return members.list(UNITS);
            });
            return json;
        } catch (JsonException e) {
            throw RuleViolation.of("file", "units.exchange.unreadable", String.valueOf(e.getMessage()));
        }
    }

    private static void each(JsonObject file, String name, Consumer<Part> act) {
        var list = file.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY).asJsonArray();
        for (int i = 0; i < list.size(); i++) {
            var place = name + "[" + i + "]";
            if (!(list.get(i) instanceof JsonObject json)
                    || json.getString("key", "").isEmpty()) {
                throw RuleViolation.of(place, "units.definition.missing", "key");
            }
            act.accept(new Part(place, json.getString("key"), json));
        }
    }
}
