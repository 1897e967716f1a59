package org.guiche.attachments.web;

import static java.util.stream.Collectors.joining;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.attachments.FileGroup;
import org.guiche.attachments.StorageDesk;
import org.guiche.attachments.StorageReport;
import org.guiche.attachments.StorageReport.Total;
import org.guiche.attachments.StorageReport.Unit;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** {@code Espaço}: what files take, by unit and by kind, beside how much they may. For administrators. */
@Named
@RequestScoped
public class StoragePage {

    private static final String KEY = "attachments.storage.";
    private static final int KILO = 1024;
    private static final int WHOLE = 100;
    private static final int KINDS = 3;
    private static final Locale BRAZIL = Locale.forLanguageTag("pt-BR");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("America/Sao_Paulo"));

    @Inject
    CurrentUser user;

    @EJB
    StorageDesk desk;

    private @Nullable StorageReport report;

    /** A figure. */
    public record Sum(String label, String count, String size) {}

    /**
     * A unit.
     *
     * @param kinds those that take the most, in words
     * @param leaving what goes within thirty days; empty for nothing
     * @param room how much of what its large files may take they take; empty where there is no limit
     */
    public record Row(String name, String files, String size, String kinds, String leaving, String room) {}

    /** Refuses everybody but administrators before anything is drawn. */
    public void enter() {
        report();
    }

    private StorageReport report() {
        if (report == null) {
            report = desk.look(user.get());
        }
        return report;
    }

    /** The whole, and what of it is not used, not there yet or not to be had. */
    public List<Sum> getSums() {
        var all = report();
        return List.of(
                sum("files", all.files()),
                sum("contents", all.contents()),
                sum("unused", all.unused()),
                sum("unfinished", all.unfinished()),
                sum("infected", all.infected()),
                sum("waiting", all.waiting()));
    }

    private static Sum sum(String key, Total total) {
        return new Sum(Texts.get(KEY + key), count(total), size(total.bytes()));
    }

    /** The units, those with the most first. */
    public List<Row> getUnits() {
        return report().units().stream().map(this::row).toList();
    }

    private Row row(Unit unit) {
        var kinds = largest(unit.groups()).stream()
                .limit(KINDS)
                .map(one -> Texts.get(
                        KEY + "kind", one.getKey().words(), size(one.getValue().bytes())))
                .collect(joining(" · "));
        return new Row(unit.name(), count(unit.total()), size(unit.total().bytes()), kinds, leaving(unit), room(unit));
    }

    private static String leaving(Unit unit) {
        var leaving = unit.leaving();
        return leaving.count() == 0 ? "" : Texts.get(KEY + "leaving", count(leaving), size(leaving.bytes()));
    }

    private String room(Unit unit) {
        var limit = report().limits().unit();
        return !unit.limited() || limit == 0
                ? ""
                : Texts.get(KEY + "room", size(unit.large()), size(limit), unit.large() * WHOLE / limit);
    }

    /** The kinds, those with the most first. */
    public List<Sum> getKinds() {
        return largest(report().groups()).stream()
                .map(one -> new Sum(
                        one.getKey().words(),
                        count(one.getValue()),
                        size(one.getValue().bytes())))
                .toList();
    }

    private static List<Map.Entry<FileGroup, Total>> largest(Map<FileGroup, Total> groups) {
        return groups.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<FileGroup, Total> one) ->
                                one.getValue().bytes())
                        .reversed())
                .toList();
    }

    /** How much there may be, in a sentence. */
    public String getLimits() {
        var limits = report().limits();
        return Texts.get(
                KEY + "limits", size(limits.file()), size(limits.person()), size(limits.unit()), size(limits.unused()));
    }

    /** When it was counted. */
    public String getCounted() {
        return Texts.get(KEY + "counted", TIME.format(report().countedAt()));
    }

    private static String count(Total total) {
        return String.format(BRAZIL, "%,d", total.count());
    }

    /** {@code 412 KB}, {@code 8,4 MB}, {@code 1,2 GB}. */
    private static String size(long bytes) {
        if (bytes < (long) KILO * KILO) {
            return bytes / KILO + " KB";
        }
        var megabytes = (double) bytes / KILO / KILO;
        return megabytes < KILO
                ? String.format(BRAZIL, "%,.1f MB", megabytes)
                : String.format(BRAZIL, "%,.1f GB", megabytes / KILO);
    }
}
