package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.guiche.shared.Texts;
import org.guiche.units.ConditionWords;
import org.guiche.units.Field;
import org.guiche.units.FieldKind;
import org.guiche.units.FormDesign;
import org.guiche.units.Option;
import org.guiche.units.OptionDesign;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;
import org.guiche.units.web.FormConditions.Choice;
import org.jspecify.annotations.Nullable;

/** The options of the chosen field, by the value of the list they follow, and where each leads. */
@Named
@RequestScoped
public class FormOptions {

    @Inject
    FormDesk desk;

    @Inject
    Sectors sectors;

    private @Nullable String chosen;

    /**
     * Options shown together.
     *
     * @param value of the list they follow; empty for those that are always offered
     */
    public record Group(String value, String label, List<Line> lines) {}

    /**
     * An option, as the panel shows it.
     *
     * @param sector what the sector is called that it leads to; empty for the unit's entry
     * @param when in words, where it is offered by more than the value of one list
     */
    public record Line(Option option, String sector, List<Choice> sectors, boolean chosen, String when) {}

    /** Whether the chosen field lists options. */
    public boolean isListed() {
        var field = desk.getField();
        return field != null && field.kind().hasOwnOptions();
    }

    /** Whether what is chosen may lead to a sector: only a list of one choice can. */
    public boolean isRouting() {
        var field = desk.getField();
        return field != null && field.kind() == FieldKind.SINGLE_CHOICE;
    }

    /** What the field that decides the sector is called, where that is another one; empty otherwise. */
    public String getRouter() {
        var routing = desk.getForm().routing();
        return routing == null || routing.field().equals(desk.getChosen())
                ? ""
                : desk.getForm().field(routing.field()).map(Field::label).orElse("");
    }

    OptionDesign design() {
        return desk.getDraft().design().options(desk.getChosen());
    }

    /** The list that the options follow. */
    public @Nullable Field getFollowed() {
        return isListed() ? design().followed().orElse(null) : null;
    }

    /** The lists that they may follow. */
    public List<Choice> getFollowable() {
        var followed = getFollowed();
        return desk.getDraft().design().before(desk.getChosen()).stream()
                .filter(field -> field.kind() == FieldKind.SINGLE_CHOICE)
                .map(field -> new Choice(field.key(), field.label(), field.equals(followed)))
                .toList();
    }

    public List<Group> getGroups() {
        var followed = getFollowed();
        if (followed == null) {
            return isListed() ? List.of(new Group("", "", lines(design().all(), ""))) : List.of();
        }
        var groups = new ArrayList<Group>();
        for (var value : followed.options()) {
            groups.add(new Group(value.value(), value.label(), lines(design().of(value.value()), value.value())));
        }
        var always = design().of(null);
        if (!always.isEmpty()) {
            groups.add(new Group("", Texts.get("units.form.options.always"), lines(always, "")));
        }
        return groups;
    }

    private List<Line> lines(List<Option> options, String group) {
        var words = new ConditionWords(desk.getForm());
        var intricate = design().isIntricate();
        return options.stream()
                .map(option -> new Line(
                        option,
                        design().sector(option.value()).map(this::named).orElse(""),
                        choices(option),
                        option.value().equals(chosen == null ? desk.parameter("option") : chosen)
                                && desk.parameter("group").equals(group),
                        intricate && option.when() != null ? words.say(option.when()) : ""))
                .toList();
    }

    private String named(String key) {
        return sectors.all().stream()
                .filter(sector -> sector.key().equals(key))
                .map(Sector::name)
                .findFirst()
                .orElse(key);
    }

    private List<Choice> choices(Option option) {
        var chosen = design().sector(option.value()).orElse("");
        return sectors.all().stream()
                .map(sector ->
                        new Choice(sector.key(), sector.name(), sector.key().equals(chosen)))
                .toList();
    }

    /** What was typed for a new option of that group and refused. */
    public String typed(String group) {
        var isRefused = FacesContext.getCurrentInstance().isValidationFailed();
        return isRefused
                        && desk.parameter("act").equals("option-add")
                        && desk.parameter("group").equals(group)
                ? desk.parameter("value")
                : "";
    }

    /** One act on the options. */
    void act(String act) {
        var value = desk.parameter("option");
        var group = desk.parameter("group").isEmpty() ? null : desk.parameter("group");
        var text = desk.parameter("value");
        if (act.equals("option-choose")) {
            return;
        }
        desk.change(design -> acted(act, design.options(desk.getChosen()), new Act(value, group, text)));
        if (act.equals("option-rename") && !design().has(value)) {
            chosen = text.strip();
        }
    }

    private record Act(String option, @Nullable String group, String text) {

        @Nullable
        String named() {
            return text.isEmpty() ? null : text;
        }
    }

    private static FormDesign acted(String name, OptionDesign options, Act act) {
        return switch (name) {
            case "option-add" -> options.add(act.group(), act.text());
            case "option-rename" -> options.rename(act.option(), act.text());
            case "option-help" -> options.help(act.option(), act.text());
            case "option-route" -> options.route(act.option(), act.named());
            case "option-up" -> options.move(act.option(), act.group(), -1);
            case "option-down" -> options.move(act.option(), act.group(), 1);
            case "option-remove" -> options.remove(act.option(), act.group());
            case "option-follow" -> options.follow(act.named());
            default -> options.design();
        };
    }
}
