package org.guiche.units.web;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.guiche.shared.FieldError;
import org.guiche.shared.JsonText;
import org.jspecify.annotations.Nullable;

/** A service level: for whom it holds, empty for all, and what it promises. */
public final class LevelInput {

    static final String CLASSIFICATION = "classification";
    static final String PRIORITY = "priority";
    static final String SERVICE = "service";

    private String classification = "";
    private String priority = "";
    private String service = "";
    private TargetInput firstResponse = new TargetInput();
    private TargetInput nextResponse = new TargetInput();
    private TargetInput update = new TargetInput();
    private TargetInput resolution = new TargetInput();
    private TargetInput escalation = new TargetInput();

    static LevelInput of(JsonObject json) {
        var level = new LevelInput();
        level.classification = json.getString(CLASSIFICATION, "");
        level.priority = json.getString(PRIORITY, "");
        level.service = json.getString(SERVICE, "");
        level.firstResponse = TargetInput.of(json, "firstResponse");
        level.nextResponse = TargetInput.of(json, "nextResponse");
        level.update = TargetInput.of(json, "update");
        level.resolution = TargetInput.of(json, "resolution");
        level.escalation = TargetInput.of(json, "escalation");
        return level;
    }

    JsonObjectBuilder write(String place, List<FieldError> problems) {
        var json = JsonText.object();
        add(json, CLASSIFICATION, classification);
        add(json, PRIORITY, priority);
        add(json, SERVICE, service.strip());
        firstResponse.write(json, "firstResponse", place, problems);
        nextResponse.write(json, "nextResponse", place, problems);
        update.write(json, "update", place, problems);
        resolution.write(json, "resolution", place, problems);
        escalation.write(json, "escalation", place, problems);
        return json;
    }

    private static void add(JsonObjectBuilder json, String name, String value) {
        if (!value.isEmpty()) {
            json.add(name, value);
        }
    }

    public String getClassification() {
        return classification;
    }

    public void setClassification(@Nullable String classification) {
        this.classification = classification == null ? "" : classification;
    }

    public String getPriority() {
        return priority;
    }

    public void setPriority(@Nullable String priority) {
        this.priority = priority == null ? "" : priority;
    }

    /** The name of a service that the company has contracted. */
    public String getService() {
        return service;
    }

    public void setService(@Nullable String service) {
        this.service = service == null ? "" : service;
    }

    public TargetInput getFirstResponse() {
        return firstResponse;
    }

    public TargetInput getNextResponse() {
        return nextResponse;
    }

    public TargetInput getUpdate() {
        return update;
    }

    public TargetInput getResolution() {
        return resolution;
    }

    public TargetInput getEscalation() {
        return escalation;
    }
}
