package org.guiche.api;

import java.net.URL;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.guiche.api.RightsIT.Call;
import org.guiche.shared.Cpf;
import org.guiche.support.Api;
import org.guiche.support.Samples;

/** How partners and contracts are called, each call on a contract made for it. */
final class ContractCalls {

    private static final String ADMIN = "admin@guiche.example";
    private static final String SPAN = "'startsOn':'2026-01-01','endsOn':'2035-12-31'";

    private final URL home;

    ContractCalls(URL home) {
        this.home = home;
    }

    private Api admin() {
        return Api.at(home).as(ADMIN);
    }

    Map<String, Call> all() {
        var calls = new LinkedHashMap<String, Call>();
        calls.put("GET /partners", (api, email) -> api.get("partners"));
        calls.put("POST /partners", (api, email) -> api.post("partners", "{'name':'Agência dos Direitos'}"));
        calls.put("GET /partners/{id}", (api, email) -> api.get("partners/" + partner()));
        calls.put(
                "PATCH /partners/{id}",
                (api, email) -> api.call("PATCH", "partners/" + partner(), "{'city':'Recife, PE'}"));
        calls.put("GET /contracts", (api, email) -> api.get("contracts"));
        calls.put(
                "POST /contracts",
                (api, email) ->
                        api.post("contracts", "{'partner':" + partner() + ",'document':'" + upload(email) + "'}"));
        calls.put("GET /contracts/{id}", (api, email) -> api.get("contracts/" + requested()));
        calls.put(
                "PATCH /contracts/{id}",
                (api, email) -> api.call("PATCH", "contracts/" + requested(), "{'document':'" + upload(email) + "'}"));
        calls.put("GET /contracts/{id}/document", (api, email) -> api.get("contracts/" + requested() + "/document"));
        steps(calls);
        return calls;
    }

    private void steps(Map<String, Call> calls) {
        step(calls, "approval", "{" + SPAN + "}", true);
        step(calls, "refusal", "{'reason':'Sem assinatura.'}", true);
        step(calls, "suspension", "{'reason':'Em atraso.'}", false);
        calls.put("POST /contracts/{id}/resumption", (api, email) -> {
            var contract = approved();
            admin().post("contracts/" + contract + "/suspension", "{'reason':'Em atraso.'}");
            return api.post("contracts/" + contract + "/resumption", "");
        });
        step(calls, "revocation", "{'reason':'Fim da parceria.'}", false);
        step(calls, "renewal", "{'endsOn':'2036-12-31'}", false);
        calls.put(
                "POST /contracts/{id}/grant",
                (api, email) -> api.post(
                        "contracts/" + approved() + "/grant",
                        "{'cpf':'" + cpf() + "','name':'Davi Lacerda','email':'" + UUID.randomUUID()
                                + "@direitos.example'}"));
    }

    private void step(Map<String, Call> calls, String word, String body, boolean open) {
        calls.put(
                "POST /contracts/{id}/" + word,
                (api, email) -> api.post("contracts/" + (open ? requested() : approved()) + "/" + word, body));
    }

    private String upload(String email) {
        return email.equals(ADMIN)
                ? Api.json(admin().upload("contrato.pdf", Samples.signedPdf())).getString("uploadId")
                : UUID.randomUUID().toString();
    }

    private int partner() {
        return Api.json(admin().post("partners", "{'name':'Agência dos Direitos'}"))
                .getInt("id");
    }

    /** One to decide about. */
    int requested() {
        var body = "{'partner':" + partner() + ",'document':'" + upload(ADMIN) + "'}";
        return Api.json(admin().post("contracts", body)).getInt("id");
    }

    private int approved() {
        var contract = requested();
        admin().post("contracts/" + contract + "/approval", "{" + SPAN + "}");
        return contract;
    }

    private static String cpf() {
        while (true) {
            var digits = String.format("%011d", ThreadLocalRandom.current().nextLong(100_000_000_000L));
            if (Cpf.looksLike(digits)) {
                return digits;
            }
        }
    }
}
