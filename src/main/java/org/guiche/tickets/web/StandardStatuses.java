package org.guiche.tickets.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.guiche.shared.Texts;
import org.guiche.shared.web.Looks;
import org.guiche.tickets.web.StandardUnit.Meaning;
import org.guiche.units.BusinessUnit;
import org.guiche.units.ClockEffect;
import org.guiche.units.HoldReason;
import org.guiche.units.ServiceMetric;
import org.guiche.units.Status;

/** Says what a unit's statuses mean to its requesters and what they do by themselves, by the names that requesters know. */
final class StandardStatuses {

    private static final String KEY = "tickets.standards.status.";
    private static final Looks LOOKS = new Looks();

    private final BusinessUnit unit;
    private final boolean promises;

    StandardStatuses(BusinessUnit unit, boolean promises) {
        this.unit = unit;
        this.promises = promises;
    }

    List<Meaning> all() {
        var meanings = new LinkedHashMap<String, Meaning>();
        unit.statuses().forEach(status -> meanings.putIfAbsent(status.publicName(), meaning(status)));
        return List.copyOf(meanings.values());
    }

    private Meaning meaning(Status status) {
        var category = status.categoryFor(false);
        var sentences = new ArrayList<String>();
        sentences.add(Texts.get(KEY + category.name().toLowerCase(Locale.ROOT)));
        switch (category) {
            case PENDING -> pending(status, sentences);
            case ON_HOLD -> hold(status, sentences);
            case RESOLVED, CLOSED -> sentences.add(reply(status));
            case NEW, OPEN -> {}
        }
        goesOn(status, sentences);
        return new Meaning(
                "ui-tag g-status " + LOOKS.status(status.colourFor(false)),
                status.publicName(),
                String.join(" ", sentences));
    }

    private void pending(Status status, List<String> sentences) {
        if (promises && status.effect(ServiceMetric.RESOLUTION) == ClockEffect.PAUSE) {
            sentences.add(Texts.get(KEY + (unit.settings().sac() ? "never" : "stands")));
        }
    }

    private static void hold(Status status, List<String> sentences) {
        if (!status.reasons().isEmpty()) {
            sentences.add(Texts.get(
                    KEY + "reasons",
                    String.join(
                            ", ",
                            status.reasons().stream().map(HoldReason::name).toList())));
        }
        var notice = status.rules().notice();
        if (notice != null) {
            sentences.add(Texts.get(KEY + "notice", notice.label()));
        }
    }

    private String reply(Status status) {
        var window = unit.settings().reopenWithin();
        return switch (status.replyRule()) {
            case REOPEN ->
                window == null ? Texts.get(KEY + "reopen") : Texts.get(KEY + "reopen.within", window.label());
            case COMMENT -> Texts.get(KEY + "comment");
            case REFUSE -> Texts.get(KEY + "refuse");
            case NEW_LINKED -> Texts.get(KEY + "linked");
        };
    }

    private void goesOn(Status status, List<String> sentences) {
        var auto = status.rules().auto();
        if (auto != null) {
            var next = unit.status(auto.goTo()).publicName();
            sentences.add(Texts.get(
                    KEY + (auto.reminders().isEmpty() ? "goes" : "goes.reminded"),
                    auto.after().label(),
                    next));
        }
    }
}
