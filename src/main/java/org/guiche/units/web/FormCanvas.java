package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.guiche.shared.Texts;
import org.guiche.units.Condition;
import org.guiche.units.ConditionWords;
import org.guiche.units.Field;
import org.guiche.units.FieldKind;
import org.guiche.units.FormProblems.Problem;
import org.guiche.units.Option;

/** The form as it lies on the canvas: each field as requesters see it, with what it depends on. */
@Named
@RequestScoped
public class FormCanvas {

    @Inject
    FormDesk desk;

    @Inject
    FieldLooks looks;

    /**
     * A field on the canvas.
     *
     * @param shape how it is drawn: {@code menu}, {@code area}, {@code checks}, {@code flag} or {@code line}
     * @param shown what stands in it
     * @param chips what it depends on
     * @param problem what forbids to publish it; empty for nothing
     */
    public record Card(
            int place,
            Field field,
            String kind,
            String shape,
            String shown,
            List<String> chips,
            String problem,
            String css) {

        /** What a reader hears of it. */
        public String words() {
            var parts = new ArrayList<String>(List.of(field.label(), kind));
            if (field.required()) {
                parts.add(Texts.get("units.form.required.short"));
            }
            parts.addAll(chips);
            if (!problem.isEmpty()) {
                parts.add(problem);
            }
            return String.join(", ", parts);
        }

        /** The options that it shows, where it shows them. */
        public List<Option> options() {
            return shape.equals("checks") ? field.options() : List.of();
        }
    }

    public List<Card> getCards() {
        var form = desk.getForm();
        var words = new ConditionWords(form);
        var cards = new ArrayList<Card>();
        var left = true;
        for (var field : form.fields()) {
            var isWide = field.kind() == FieldKind.LONG_TEXT
                    || field.kind() == FieldKind.MULTIPLE_CHOICE
                    || form.fields().size() == 1;
            cards.add(card(cards.size(), field, words, isWide ? "c6" : left ? "c3 left" : "c3"));
            left = isWide || !left;
        }
        return cards;
    }

    private Card card(int place, Field field, ConditionWords words, String width) {
        var isChosen = !desk.isLooking() && field.key().equals(desk.getChosen());
        return new Card(
                place,
                field,
                looks.kind(field),
                shape(field.kind()),
                shown(field),
                chips(field, words),
                problem(field),
                width + (isChosen ? " sel" : ""));
    }

    private static String shape(FieldKind kind) {
        return switch (kind) {
            case SINGLE_CHOICE, SERVICE, PROJECT -> "menu";
            case LONG_TEXT -> "area";
            case MULTIPLE_CHOICE -> "checks";
            case BOOLEAN -> "flag";
            default -> "line";
        };
    }

    private static String shown(Field field) {
        var begun = field.defaultValue();
        if (begun == null) {
            return field.kind().isChoice() ? Texts.get("shared.choose") : "";
        }
        return field.options().stream()
                .filter(option -> option.value().equals(begun))
                .map(Option::label)
                .findFirst()
                .orElseGet(begun::toString);
    }

    /** When it is asked, and which list its options follow; said once where both are the same. */
    private static List<String> chips(Field field, ConditionWords words) {
        var chips = new ArrayList<String>();
        if (field.visibleWhen() != null) {
            chips.add(words.say(field.visibleWhen()));
        }
        field.options().stream()
                .map(Option::when)
                .filter(Objects::nonNull)
                .map(when -> when instanceof Condition.In in
                        ? words.say(new Condition.Filled(in.field()))
                        : Texts.get("units.form.options.when"))
                .distinct()
                .filter(chip -> !chips.contains(chip))
                .forEach(chips::add);
        return chips;
    }

    private String problem(Field field) {
        return desk.isLooking()
                ? ""
                : desk.getProblems().stream()
                        .filter(problem -> field.key().equals(problem.field()))
                        .map(Problem::text)
                        .distinct()
                        .collect(Collectors.joining(" "));
    }

    /** Which requests are sensitive; empty for none. */
    public String getSensitive() {
        var condition = desk.getForm().sensitive();
        return condition == null ? "" : new ConditionWords(desk.getForm()).say(condition);
    }

    /** How a subject begins on its own: {@code {Nome da agência} – {Nome do projeto} – }; empty where it is written whole. */
    public String getLead() {
        var subject = desk.getForm().subject();
        if (subject == null) {
            return "";
        }
        var text = subject.pattern();
        for (var part : subject.parts()) {
            text = text.replace('{' + part.key() + '}', '{' + part.label() + '}');
        }
        return text;
    }
}
