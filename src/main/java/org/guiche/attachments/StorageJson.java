package org.guiche.attachments;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.guiche.attachments.StorageReport.Limits;
import org.guiche.attachments.StorageReport.Total;
import org.guiche.attachments.StorageReport.Unit;
import org.guiche.shared.JsonText;

/** A report as it is kept until the next count. */
final class StorageJson {

    private StorageJson() {}

    static String write(StorageReport report) {
        var units = JsonText.array();
        report.units().forEach(unit -> units.add(write(unit)));
        var limits = report.limits();
        return JsonText.object()
                .add("files", write(report.files()))
                .add("contents", write(report.contents()))
                .add("unused", write(report.unused()))
                .add("unfinished", write(report.unfinished()))
                .add("infected", write(report.infected()))
                .add("waiting", write(report.waiting()))
                .add("units", units)
                .add("groups", write(report.groups()))
                .add(
                        "limits",
                        JsonText.object()
                                .add("unit", limits.unit())
                                .add("person", limits.person())
                                .add("unused", limits.unused())
                                .add("file", limits.file()))
                .add("at", report.countedAt().toString())
                .build()
                .toString();
    }

    private static JsonObject write(Unit unit) {
        return JsonText.object()
                .add("name", unit.name())
                .add("total", write(unit.total()))
                .add("groups", write(unit.groups()))
                .add("limited", unit.limited())
                .add("large", unit.large())
                .add("leaving", write(unit.leaving()))
                .build();
    }

    private static JsonObject write(Map<FileGroup, Total> groups) {
        var json = JsonText.object();
        groups.forEach((group, total) -> json.add(group.name(), write(total)));
        return json.build();
    }

    private static JsonObject write(Total total) {
        return JsonText.object()
                .add("count", total.count())
                .add("bytes", total.bytes())
                .build();
    }

    static StorageReport read(String text) {
        try (var reader = JsonText.reader(text)) {
            return report(reader.readObject());
        }
    }

    private static StorageReport report(JsonObject json) {
        var limits = json.getJsonObject("limits");
        return new StorageReport(
                total(json, "files"),
                total(json, "contents"),
                total(json, "unused"),
                total(json, "unfinished"),
                total(json, "infected"),
                total(json, "waiting"),
                json.getJsonArray("units").stream()
                        .map(JsonValue::asJsonObject)
                        .map(StorageJson::unit)
                        .toList(),
                groups(json),
                new Limits(
                        number(limits, "unit"),
                        number(limits, "person"),
                        number(limits, "unused"),
                        number(limits, "file")),
                Instant.parse(json.getString("at")));
    }

    private static Unit unit(JsonObject json) {
        return new Unit(
                json.getString("name"),
                total(json, "total"),
                groups(json),
                json.getBoolean("limited"),
                number(json, "large"),
                total(json, "leaving"));
    }

    private static Map<FileGroup, Total> groups(JsonObject json) {
        var groups = new EnumMap<FileGroup, Total>(FileGroup.class);
        var written = json.getJsonObject("groups");
        written.keySet().forEach(name -> groups.put(FileGroup.valueOf(name), total(written, name)));
        return groups;
    }

    private static Total total(JsonObject json, String name) {
        var total = json.getJsonObject(name);
        return new Total(number(total, "count"), number(total, "bytes"));
    }

    private static long number(JsonObject json, String name) {
        return json.getJsonNumber(name).longValue();
    }
}
