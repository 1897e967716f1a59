package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Named;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiche.shared.JsonText;
import org.guiche.units.ServiceMetric;
import org.guiche.units.web.PartInput.Members;
import org.jspecify.annotations.Nullable;

/** Backs {@code units/status.xhtml}: a status with all of its rules (REQUIREMENTS 7.2), or a new one. */
@Named
@RequestScoped
public class StatusPage extends ListedPage {

    private static final String CLOCKS = "clocks.";
    private static final String REASONS = "reasons";
    private static final String REMINDERS = "reminders";

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

    private @Nullable String reasons;
    private @Nullable String reminders;

    public StatusPage() {
        super("statuses", "status", "units.status.gone", MEMBERS);
    }

    @Override
    JsonObject completed(JsonObject said) {
        var status = PartInput.put(said, REASONS, reasonList());
        return getInput().has("auto.after")
                ? PartInput.put(status, "auto." + REMINDERS, reminderList())
                : PartInput.put(status, "auto", null);
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
}
