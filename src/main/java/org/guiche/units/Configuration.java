package org.guiche.units;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guiche.time.Amount;
import org.guiche.time.ClockKind;
import org.jspecify.annotations.Nullable;

/** Sets units up from readable JSON, one document a unit: presets are data (REQUIREMENTS 7.5). */
@Stateless
public class Configuration {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** Adds a sector and returns its id. */
    public long addSector(String key, String name, String description, QueueOrder order) {
        return insert("""
                insert into units_sector (key, name, description, queue_order, position)
                values (?1, ?2, ?3, ?4, (select count(*) from units_sector)) returning id""", key, name, description, order.name());
    }

    /** Makes that person work in the sector. */
    public void addMember(String sector, long personId) {
        query(
                        "insert into units_sector_member select id, ?2 from units_sector where key = ?1 on conflict do nothing",
                        sector,
                        personId)
                .executeUpdate();
    }

    /**
     * Adds a unit with its form, classifications, statuses and reasons. A definition that could not work is refused with
     * IllegalArgumentException, and nothing of it stays.
     *
     * @param json the unit's document: see {@code org/guiche/demo} for five of them
     */
    public long addUnit(JsonObject json) {
        FormJson.read(0, 1, json.getJsonObject("form"));
        CalendarJson.read(json.getJsonObject("settings").getJsonObject("calendar"));
        var id = insert(
                """
                insert into units_unit (key, parent_id, name, position, priority_source, entry_sector_id, general_sector_id, settings)
                values (?1, ?2, ?3, (select count(*) from units_unit), ?4,
                    (select id from units_sector where key = ?5), (select id from units_sector where key = ?6), cast(?7 as jsonb))
                returning id""",
                json.getString("key"),
                parent(json),
                json.getString("name"),
                json.getString("prioritySource"),
                json.getString("entrySector"),
                json.getString("generalSector", json.getString("entrySector")),
                json.getJsonObject("settings").toString());
        insert("""
                insert into units_form (unit_id, number, definition, published_at)
                values (?1, 1, cast(?2 as jsonb), ?3) returning id""", id, json.getJsonObject("form").toString(), clock.instant().atOffset(ZoneOffset.UTC));
        FormJson.objects(json, "classifications").forEach(c -> addClassification(id, c));
        FormJson.objects(json, "priorities").forEach(p -> addPriority(id, p));
        FormJson.objects(json, "statuses").forEach(s -> addStatus(id, s));
        em.createNativeQuery("update units_revision set number = number + 1").executeUpdate();
        return id;
    }

    private @Nullable Long parent(JsonObject json) {
        Long parent = null;
        var path = json.getOrDefault("parents", JsonValue.EMPTY_JSON_ARRAY).asJsonArray();
        for (int i = 0; i < path.size(); i++) {
            parent = node(json.getString("key") + "-" + i, path.getString(i), parent);
        }
        return parent;
    }

    private Long node(String key, String name, @Nullable Long parent) {
        return insert("""
                insert into units_unit (key, parent_id, name, position)
                values (?1, ?2, ?3, (select count(*) from units_unit)) returning id""", key, parent, name);
    }

    private void addClassification(long unitId, JsonObject json) {
        var values = targets(json);
        values.put("unit_id", unitId);
        values.put("key", json.getString("key"));
        values.put("name", json.getString("name"));
        values.put("description", json.getString("description", ""));
        values.put("priority", Priority.valueOf(json.getString("priority")).name());
        values.put("recommended", json.getBoolean("recommended", false));
        values.put("position", json.getInt("position", 0));
        insertRow("units_classification", values);
    }

    private void addPriority(long unitId, JsonObject json) {
        var values = targets(json);
        values.put("unit_id", unitId);
        values.put("priority", Priority.valueOf(json.getString("priority")).name());
        values.put("description", json.getString("description", ""));
        values.put("recommended", json.getBoolean("recommended", false));
        insertRow("units_priority", values);
    }

    private static Map<String, @Nullable Object> targets(JsonObject json) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var name : new String[] {"first_response", "resolution"}) {
            if (json.containsKey(name)) {
                var target = json.getJsonObject(name);
                values.put(
                        name + "_amount",
                        Amount.parse(target.getString("amount")).toString());
                values.put(
                        name + "_clock",
                        ClockKind.valueOf(target.getString("clock")).name());
            }
        }
        return values;
    }

    private void addStatus(long unitId, JsonObject json) {
        var statusId = insert(
                """
                insert into units_status (unit_id, key, name, public_name, category, reply_rule, reason_required,
                    offered_after_reply, position)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, (select count(*) from units_status where unit_id = ?1)) returning id""",
                unitId,
                json.getString("key"),
                json.getString("name"),
                json.getString("publicName", json.getString("name")),
                StatusCategory.valueOf(json.getString("category")).name(),
                ReplyRule.valueOf(json.getString("reply", "COMMENT")).name(),
                json.containsKey("reasons"),
                json.getBoolean("offered", false));
        FormJson.objects(json, "reasons")
                .forEach(reason -> insert("""
                        insert into units_hold_reason (status_id, key, name, position)
                        values (?1, ?2, ?3, (select count(*) from units_hold_reason where status_id = ?1)) returning id""", statusId, reason.getString("key"), reason.getString("name")));
    }

    private void insertRow(String table, Map<String, @Nullable Object> values) {
        var columns = String.join(", ", values.keySet());
        var places = new StringBuilder();
        for (int i = 1; i <= values.size(); i++) {
            places.append(i == 1 ? "?" : ", ?").append(i);
        }
        query(
                        "insert into " + table + " (" + columns + ") values (" + places + ")",
                        values.values().toArray())
                .executeUpdate();
    }

    private long insert(String sql, @Nullable Object... parameters) {
        return ((Number) query(sql, parameters).getSingleResult()).longValue();
    }

    private Query query(String sql, @Nullable Object... parameters) {
        var query = em.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }
}
