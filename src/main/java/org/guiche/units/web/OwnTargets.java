package org.guiche.units.web;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.guiche.shared.FieldError;
import org.guiche.shared.JsonText;

/** What a classification promises, or a priority where nobody classifies: what holds where no service level says otherwise. */
public final class OwnTargets {

    private static final String FIRST_RESPONSE = "firstResponse";
    private static final String RESOLUTION = "resolution";

    private final String name;
    private final String priority;
    private final TargetInput firstResponse;
    private final TargetInput resolution;

    private OwnTargets(JsonObject json) {
        this.name = json.getString("name", "");
        this.priority = json.getString("priority");
        this.firstResponse = TargetInput.of(json, FIRST_RESPONSE);
        this.resolution = TargetInput.of(json, RESOLUTION);
    }

    static OwnTargets of(JsonObject json) {
        return new OwnTargets(json);
    }

    JsonObjectBuilder write(JsonObject before, String place, List<FieldError> problems) {
        var json = JsonText.object(before).remove(FIRST_RESPONSE).remove(RESOLUTION);
        firstResponse.write(json, FIRST_RESPONSE, place, problems);
        resolution.write(json, RESOLUTION, place, problems);
        return json;
    }

    /** What the classification is called; empty for a priority. */
    public String getName() {
        return name;
    }

    public String getPriority() {
        return priority;
    }

    public TargetInput getFirstResponse() {
        return firstResponse;
    }

    public TargetInput getResolution() {
        return resolution;
    }
}
