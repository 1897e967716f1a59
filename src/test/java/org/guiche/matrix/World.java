package org.guiche.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.guiche.support.Api;
import org.guiche.support.ApiPieces;
import org.guiche.support.Samples;
import org.jspecify.annotations.Nullable;

/**
 * Companies A, B and C, the partner of A and B, the partner of C, and the people of {@link Cast}: written past the application and
 * used by no other test. Each {@link Owner} has a ticket that nobody ever changes, and as many others as are asked for.
 */
final class World {

    /** The code of a ticket that there never was. */
    static final String NEVER = "999999999";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NOBODYS = "ffffffff-0000-4000-8000-000000000000";

    /** By the names that the tables have for them, things that never were. */
    static final Map<String, String> NONE = Map.ofEntries(
            Map.entry("code", NEVER),
            Map.entry("other", NEVER),
            Map.entry("message", NEVER),
            Map.entry("reply", NEVER),
            Map.entry("contact", NEVER),
            Map.entry("company", NEVER),
            Map.entry("partner", NEVER),
            Map.entry("contract", NEVER),
            Map.entry("file", NOBODYS),
            Map.entry("noted", NOBODYS),
            Map.entry("upload", NOBODYS),
            Map.entry("begun", NOBODYS),
            Map.entry("document", NOBODYS));

    private static final Map<String, Standing> STANDING = new ConcurrentHashMap<>();
    private static final Map<String, String> ADMINISTRATORS = new ConcurrentHashMap<>();
    private static final Map<Owner, String> BEGUN = new ConcurrentHashMap<>();
    private static final Map<Owner, String> REPLIES = new ConcurrentHashMap<>();
    private static boolean made;

    private final URL home;

    /** A ticket with a word that no other has, a public and an internal file, and an upload of its owner that nothing uses. */
    record Standing(
            String code,
            String word,
            String file,
            String noted,
            String upload,
            String message,
            String note,
            String secret) {}

    private World(URL home) {
        this.home = home;
    }

    static World at(URL home) {
        people(home);
        return new World(home);
    }

    private static synchronized void people(URL home) {
        if (made) {
            return;
        }
        var isNew = !Residents.areThere();
        if (isNew) {
            Residents.settle();
        }
        Cast.signedIn().forEach(one -> one.api(home)); // a token of each, before anything is counted
        new World(home).partner();
        if (isNew) {
            Canaries.plant();
        }
        made = true;
    }

    /** A partner without people, with a contract to do everything with; and a signed document that nothing uses. */
    private void partner() {
        var admin = Cast.ADMINISTRATOR.api(home);
        var partner = created(admin.post("partners", "{'name':'Muros Três'}")).getInt("id");
        var contract = created(admin.post("contracts", "{'partner':" + partner + ",'document':'" + document() + "'}"));
        ADMINISTRATORS.put("partner", Integer.toString(partner));
        ADMINISTRATORS.put("contract", Integer.toString(contract.getInt("id")));
        ADMINISTRATORS.put("document", document());
    }

    String document() {
        return created(Cast.ADMINISTRATOR.api(home).upload("contrato.pdf", Samples.signedPdf()))
                .getString("uploadId");
    }

    private static String contact(Owner owner) {
        return Rows.one(
                "select id from accounts_person where email = ?",
                "contato-" + owner.company().toLowerCase(Locale.ROOT) + "@muros.example");
    }

    static String personId(Cast one) {
        return Rows.one("select id from accounts_person where email = ?", one.email());
    }

    /** The id of one of the companies A, B and C. */
    static String company(Owner owner) {
        return companyId(owner.company());
    }

    static String companyId(String letter) {
        return Rows.one("select id from partners_company where name = ?", "Muros " + letter);
    }

    /** The same ticket each time. */
    Standing standing(Owner owner) {
        BEGUN.computeIfAbsent(owner, this::begun);
        REPLIES.computeIfAbsent(owner, this::replied);
        return STANDING.computeIfAbsent("1 " + owner, key -> stand(owner));
    }

    /** Another one of the same owner, just as lasting. */
    Standing second(Owner owner) {
        return STANDING.computeIfAbsent("2 " + owner, key -> stand(owner));
    }

    private Standing stand(Owner owner) {
        var word = "muro" + UUID.randomUUID().toString().replace("-", "");
        var file = upload(owner.person(), word);
        var code = open(owner, word, file);
        var secret = "nota" + UUID.randomUUID().toString().replace("-", "");
        var noted = upload(Cast.SUPERVISOR, secret);
        var note = said(
                Cast.SUPERVISOR.api(home),
                code,
                "{'body':'Nota %s','visibility':'internal','attachments':['%s']}".formatted(secret, noted));
        var message = said(owner.person().api(home), code, "{'body':'Mais %s'}".formatted(word));
        var upload = upload(owner.person(), word);
        untilDrawn(file);
        return new Standing(code, word, file, noted, upload, message, note, secret);
    }

    /** All pictures here are of the same bytes, so one drawing is for all. */
    private static void untilDrawn(String file) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (Rows.one(
                        "select cast(count(*) as text) from attachments_picture p join attachments_file f on f.sha256 = p.sha256 where f.id = cast(? as uuid) and p.due_at is null",
                        file)
                .equals("0")) {
            assertThat(System.nanoTime()).as("drawn in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    /** A new ticket. */
    String fresh(Owner owner) {
        return open(owner, "Fresco", null);
    }

    private String open(Owner owner, String word, @Nullable String file) {
        var opened = owner.person()
                .api(home)
                .post(
                        "tickets",
                        "{'unit':'loja','subject':'%s','description':'O frete %s não soma.','answers':{'pedido':'88121'},'onBehalfOf':%s%s}"
                                .formatted(
                                        word,
                                        word,
                                        company(owner),
                                        file == null ? "" : ",'attachments':['" + file + "']"));
        return created(opened).getString("code");
    }

    /** One that the staff wrote down for its owner. */
    String byPhone(Owner owner) {
        var opened = Cast.SUPERVISOR
                .api(home)
                .post(
                        "tickets",
                        "{'unit':'loja','subject':'Por telefone','description':'Pede acesso.','answers':{'pedido':'88121'},'onBehalfOf':%s,'contact':{'name':'Muros','email':'%s'}}"
                                .formatted(company(owner), owner.person().email()));
        return created(opened).getString("code");
    }

    /** Says something on a ticket and gives the message's id. */
    static String said(Api api, String code, String json) {
        return String.valueOf(
                created(api.post("tickets/" + code + "/messages", json)).getJsonNumber("id"));
    }

    String upload(Cast one, String name) {
        return created(one.api(home).upload(name + ".png", Samples.png())).getString("uploadId");
    }

    private static JsonObject created(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Api.json(answer);
    }

    /** The words of all tickets that this one must not know of, with the names by which they are told apart. */
    Map<String, String> secretsFrom(Cast role) {
        return Arrays.stream(Owner.values())
                .filter(owner -> role == Cast.VISITOR || Walls.between(role, owner) == Level.NOTHING)
                .collect(Collectors.toMap(Owner::name, owner -> standing(owner).word()));
    }

    /** What the staff says among itself. */
    List<String> notes() {
        return Arrays.stream(Owner.values())
                .map(owner -> standing(owner).secret())
                .toList();
    }

    /** By the names that the tables have for them, what lasts of that owner's. */
    Map<String, String> things(Owner owner) {
        var one = standing(owner);
        var things = new HashMap<>(ADMINISTRATORS);
        things.put("reply", REPLIES.computeIfAbsent(owner, this::replied));
        things.putAll(Map.of(
                "code", one.code(),
                "other", second(owner).code(),
                "message", one.message(),
                "file", one.file(),
                "noted", one.noted(),
                "upload", one.upload(),
                "begun", BEGUN.computeIfAbsent(owner, this::begun),
                "contact", contact(owner),
                "company", company(owner)));
        return things;
    }

    /** What the staff answered in a ticket of that owner. */
    private String replied(Owner owner) {
        return said(Cast.SUPERVISOR.api(home), fresh(owner), "{'body':'Já olhamos.'}");
    }

    /** A large file that its owner has begun to send. */
    String begun(Owner owner) {
        return new ApiPieces(owner.person().api(home)).begun("muro.txt", 2);
    }

    /** The same for a call that changes them: another ticket, in the state that the call asks for. */
    Map<String, String> prepared(Call call, Owner owner) {
        return new Preparation(this, home).of(call, owner);
    }
}
