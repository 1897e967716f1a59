package org.guiche.shared.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** Which class, glyph or letters stand for a thing on the screen. Knows the things by name only. */
@Named
@ApplicationScoped
public class Looks {

    private static final Map<String, String> STATUS = Map.of(
            "NEW", "st-novo",
            "OPEN", "st-aberto",
            "PENDING", "st-pendente",
            "ON_HOLD", "st-espera",
            "RESOLVED", "st-resolvido",
            "CLOSED", "st-fechado");

    private static final Map<String, String> PRIORITY =
            Map.of("URGENT", "pr-urgente", "HIGH", "pr-alta", "MEDIUM", "pr-media", "LOW", "pr-baixa");

    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("pdf", "file-pdf"),
            Map.entry("xls", "file-excel"),
            Map.entry("xlsx", "file-excel"),
            Map.entry("csv", "file-excel"),
            Map.entry("doc", "file-word"),
            Map.entry("docx", "file-word"),
            Map.entry("mov", "video"),
            Map.entry("mp4", "video"),
            Map.entry("webm", "video"),
            Map.entry("mp3", "volume-up"),
            Map.entry("wav", "volume-up"),
            Map.entry("ogg", "volume-up"),
            Map.entry("oga", "volume-up"),
            Map.entry("m4a", "volume-up"),
            Map.entry("jpg", "image"),
            Map.entry("jpeg", "image"),
            Map.entry("png", "image"),
            Map.entry("gif", "image"),
            Map.entry("zip", "box"),
            Map.entry("rar", "box"));

    private static final List<String> STEPS =
            List.of("shared.step.request", "shared.step.contact", "shared.step.class");
    private static final int COLOURS = 6;
    private static final int PERCENT_STEP = 5;

    /** One step of the wizard's head. */
    public record Step(int number, String label, boolean done, boolean current) {

        /** The classes it is drawn with. */
        public String css() {
            return current ? "ui-state-highlight" : done ? "done" : "";
        }
    }

    /** The class of a status category, given as enum or name. */
    public String status(@Nullable Object category) {
        return STATUS.getOrDefault(String.valueOf(category), "st-fechado");
    }

    /** The class of a priority, given as enum or name. */
    public String priority(@Nullable Object priority) {
        return PRIORITY.getOrDefault(String.valueOf(priority), "pr-media");
    }

    /** What a priority is called, unless the page calls it otherwise. */
    public String priorityName(@Nullable Object priority, @Nullable String written) {
        return written == null || written.isEmpty()
                ? Texts.get("shared.priority." + String.valueOf(priority).toLowerCase(Locale.ROOT))
                : written;
    }

    /** How full a ring is, in steps of five. */
    public String percent(@Nullable Integer percent) {
        var value = percent == null ? 0 : Math.min(100, Math.max(0, percent));
        return "p-" + value / PERCENT_STEP * PERCENT_STEP;
    }

    /** One or two letters for a name. */
    public String initials(@Nullable String name) {
        var words = Arrays.stream(name == null ? new String[0] : name.strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        return words.isEmpty()
                ? "?"
                : words.size() == 1 ? letter(words.get(0)) : letter(words.get(0)) + letter(last(words));
    }

    private static String last(List<String> words) {
        return words.get(words.size() - 1);
    }

    private static String letter(String word) {
        return new String(Character.toChars(word.codePointAt(0))).toUpperCase(Locale.ROOT);
    }

    /** The same colour for the same name, always. */
    public String colour(@Nullable String name) {
        return "av-" + Math.floorMod(name == null ? 0 : name.strip().hashCode(), COLOURS);
    }

    /** The icon of a file by the last part of its name. */
    public String fileIcon(@Nullable String name) {
        var end = name == null ? "" : name.substring(name.lastIndexOf('.') + 1);
        return FILES.getOrDefault(end.toLowerCase(Locale.ROOT), "file");
    }

    /** The wizard's steps, seen from the current one (1 to 3). */
    public List<Step> steps(@Nullable Integer current) {
        var now = current == null ? 1 : current;
        return IntStream.rangeClosed(1, STEPS.size())
                .mapToObj(number -> new Step(number, STEPS.get(number - 1), number < now, number == now))
                .toList();
    }
}
