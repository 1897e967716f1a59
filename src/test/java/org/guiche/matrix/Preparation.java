package org.guiche.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.Map;

/** Makes what a call changes: another ticket, in the state that the call asks for, and what its body names. */
final class Preparation {

    private final World world;
    private final URL home;

    Preparation(World world, URL home) {
        this.world = world;
        this.home = home;
    }

    Map<String, String> of(Call call, Owner owner) {
        if (!call.writes() || !call.address().contains("(code)")) {
            var things = world.things(owner);
            if (call.body().contains("(document)")) {
                things.put("document", world.document());
            }
            if (call.address().contains("(begun)")) {
                things.put("begun", world.begun(owner));
            }
            return things;
        }
        var supervisor = Cast.SUPERVISOR.api(home);
        var code = call.before().equals("phone") ? world.byPhone(owner) : world.fresh(owner);
        var needsAnother = (call.address() + call.body() + call.before()).matches(".*(other|merged|linked).*");
        var other = needsAnother ? world.fresh(owner) : World.NEVER;
        var needsWords = call.body().contains("(message)");
        var message =
                needsWords ? World.said(owner.person().api(home), code, "{'body':'Outro assunto.'}") : World.NEVER;
        var ticket = "tickets/" + code;
        switch (call.before()) {
            case "merged" -> supervisor.post(ticket + "/merge", "{'into':'" + other + "'}");
            case "linked" -> supervisor.post(ticket + "/links", "{'kind':'RELATED','ticket':'" + other + "'}");
            case "solved" -> supervisor.post(ticket + "/status", "{'status':'resolvido'}");
            case "taken" -> {
                supervisor.post(ticket + "/assignment", "{'assignee':'me'}");
                supervisor.post(ticket + "/assignment", "{'assignee':null}");
            }
            default -> assertThat(call.before()).isIn("", "phone");
        }
        return Map.of("code", code, "other", other, "message", message);
    }
}
