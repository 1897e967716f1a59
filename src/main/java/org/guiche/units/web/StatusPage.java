package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiche.shared.JsonText;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.units.ServiceMetric;
import org.guiche.units.web.PartInput.Members;
import org.jspecify.annotations.Nullable;

/** Backs {@code units/status.xhtml}: a status with all of its rules (REQUIREMENTS 7.2), or a new one. */
@Named
@RequestScoped
public class StatusPage {

    private static final String LIST = "statuses";
    private static final String CLOCKS = "clocks.";
    private static final String REASONS = "reasons";
    private static final String REMINDERS = "reminders";
    private static final String NAME = "name";

    static final Members MEMBERS = new Members(
            Stream.concat(
                            Stream.of(
                                    NAME,
                                    "publicName",
                                    "category",
                                    "colour",
                                    "reply",
                                    "reopenTo",
                                    "refusal",
                                    "next",
                                    "auto.goTo"),
                            Arrays.stream(ServiceMetric.values()).map(metric -> CLOCKS + metric))
                    .toList(),
            List.of("offered"),
            List.of("auto.after", "notice", "within"));

    @Inject
    EditedUnit unit;

    private @Nullable PartInput input;
    private @Nullable String place;
    private @Nullable String reasons;
    private @Nullable String reminders;

    /** Opens the page; for administrators, and for a status that there is. */
    public void enter() {
        before();
    }

    private KeyedList list() {
        return KeyedList.of(unit.document(), LIST);
    }

    private JsonObject before() {
        return isNew()
                ? JsonValue.EMPTY_JSON_OBJECT
                : list().find(getKey()).orElseThrow(() -> new NotFound("units.status.gone"));
    }

    public PartInput getInput() {
        var known = input;
        if (known == null) {
            known = PartInput.of(before(), MEMBERS);
            input = known;
        }
        return known;
    }

    /** Saves the status and goes back to the unit. */
    public String save() {
        var others = list().without(getKey());
        var said = getInput();
        if (said.said(NAME).isEmpty()) {
            throw RuleViolation.of(NAME, "units.nameless");
        }
        var key = isNew() ? others.keyFor(said.said(NAME)) : getKey();
        var status =
                JsonText.object(said.onto(before(), getAt())).add("key", key).build();
        status = PartInput.put(status, REASONS, reasonList());
        status = !said.has("auto.after")
                ? PartInput.put(status, "auto", null)
                : PartInput.put(status, "auto." + REMINDERS, reminderList());
        return change(others.with(status, Integer.parseInt(getPlace())));
    }

    /** Offers the status no more; its finished tickets keep it. */
    public String retire() {
        before();
        return change(list().without(getKey()));
    }

    private String change(KeyedList statuses) {
        return unit.change(
                JsonText.object(unit.document()).add(LIST, statuses.json()).build());
    }

    private JsonValue reasonList() {
        return KeyedList.of(before(), REASONS).named(getReasons()).json();
    }

    private JsonValue reminderList() {
        var list = JsonText.array();
        for (var percent : getReminders().split("[^0-9]+", -1)) {
            if (percent.matches("\\d{1,4}")) {
                list.add(Integer.parseInt(percent));
            }
        }
        return list.build();
    }

    public boolean isNew() {
        return getKey().isEmpty();
    }

    public String getUnit() {
        return unit.key();
    }

    public String getUnitName() {
        return unit.document().getString(NAME);
    }

    public long getRevision() {
        return unit.revision();
    }

    public String getKey() {
        return unit.parameter("status");
    }

    /** Where the document has the status: refusals name that place. */
    public String getAt() {
        return LIST + "[" + getPlace() + "].";
    }

    public String getPlace() {
        return place == null ? String.valueOf(list().place(getKey())) : place;
    }

    public void setPlace(@Nullable String place) {
        this.place = place;
    }

    public String getReasons() {
        return reasons == null
                ? KeyedList.of(before(), REASONS).items().stream()
                        .map(reason -> reason.getString(NAME))
                        .collect(Collectors.joining("\n"))
                : reasons;
    }

    public void setReasons(@Nullable String reasons) {
        this.reasons = reasons == null ? "" : reasons;
    }

    public String getReminders() {
        if (reminders != null) {
            return reminders;
        }
        var auto = before().getOrDefault("auto", JsonValue.EMPTY_JSON_OBJECT).asJsonObject();
        return auto
                .getOrDefault(REMINDERS, JsonValue.EMPTY_JSON_ARRAY)
                .asJsonArray()
                .getValuesAs(JsonNumber.class)
                .stream()
                .map(number -> number.intValue() + "%")
                .collect(Collectors.joining(", "));
    }

    public void setReminders(@Nullable String reminders) {
        this.reminders = reminders == null ? "" : reminders;
    }

    /** The other statuses, to lead to. */
    public List<SelectItem> getOthers() {
        return list().without(getKey()).items().stream()
                .map(one -> new SelectItem(one.getString("key"), one.getString(NAME)))
                .toList();
    }

    /** Where it may stand among the others. */
    public List<SelectItem> getPlaces() {
        return list().without(getKey()).places();
    }
}
