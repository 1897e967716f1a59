package org.guiche.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.guiche.support.Samples.docx;
import static org.guiche.support.Samples.joined;
import static org.guiche.support.Samples.letters;
import static org.guiche.support.Samples.over;
import static org.guiche.support.Samples.padded;
import static org.guiche.support.Samples.pdf;
import static org.guiche.support.Samples.picture;
import static org.guiche.support.Samples.png;
import static org.guiche.support.Samples.program;
import static org.guiche.support.Samples.text;
import static org.guiche.support.Samples.zip;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.guiche.shared.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What files are against what they say they are. */
class ContentTest {

    private static final String OLD_OFFICE = "d0cf11e0a1b11ae1";
    private static final byte[] PAGE = text("<html><script>alert(1)</script></html>");
    private static final byte[] DRAWING =
            text("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");

    @TempDir
    Path folder;

    static Stream<Arguments> honest() {
        return Stream.of(
                arguments("tela.png", png(), "image/png"),
                arguments("foto.JPG", picture("jpg", 1), "image/jpeg"),
                arguments("foto.jpeg", picture("jpg", 1), "image/jpeg"),
                arguments("botao.gif", picture("gif", 1), "image/gif"),
                arguments("contrato.pdf", pdf(), "application/pdf"),
                arguments("nota.txt", text("Pedido 88121, frete não soma.\n"), "text/plain"),
                arguments("nota.txt", "Ação já é notável".getBytes(StandardCharsets.ISO_8859_1), "text/plain"),
                arguments("pagina.txt", PAGE, "text/plain"), // as text it does nothing
                arguments("itens.csv", text("\uFEFFpedido;valor\n88121;10,00\n"), "text/csv"),
                arguments("itens.csv", "pedido\tvalor\n".getBytes(StandardCharsets.UTF_16), "text/csv"),
                arguments("loja.css", text("body{color:red}"), "text/plain"),
                arguments("ata.docx", docx(), office("wordprocessingml.document")),
                arguments(
                        "ata.docx", // as some programs order it
                        zip("word/document.xml", "mimetype", "[Content_Types].xml"),
                        office("wordprocessingml.document")),
                arguments("cofre.xlsx", padded(OLD_OFFICE, 2048), office("spreadsheetml.sheet")), // with a password
                arguments("itens.xlsx", docx(), office("spreadsheetml.sheet")),
                arguments("ata.doc", padded(OLD_OFFICE, 2048), "application/msword"),
                arguments("ata.doc", text("{\\rtf1\\ansi Olá}"), "application/msword"),
                arguments("itens.xls", padded(OLD_OFFICE, 2048), "application/vnd.ms-excel"),
                arguments("aula.ppt", padded(OLD_OFFICE, 2048), "application/vnd.ms-powerpoint"),
                arguments("fontes.zip", zip("leia.txt"), "application/zip"),
                arguments("fontes.rar", padded("526172211a0700", 200), "application/vnd.rar"),
                arguments("fontes.rar", padded("526172211a070100", 200), "application/vnd.rar"),
                arguments("instala.exe", program(), "application/vnd.microsoft.portable-executable"),
                arguments("disco.iso", over(new byte[40_000], 32_769, "CD001"), "application/x-iso9660-image"),
                arguments("video.mp4", padded("000000186674797069736f6d", 200), "video/mp4"),
                arguments("video.mov", padded("00000014667479707174202000000000", 200), "video/quicktime"),
                arguments("video.mov", padded("000000186674797069736f6d", 200), "video/quicktime"),
                arguments("servidor.log", text("10:00 pedido recusado\n"), "text/plain"),
                arguments("recado.mp3", padded("49443303000000000000", 200), "audio/mpeg"),
                arguments("recado.mp3", padded("fffb9064", 200), "audio/mpeg"),
                arguments("recado.wav", over(new byte[200], 0, "RIFF....WAVEfmt "), "audio/wav"),
                arguments("recado.ogg", padded("4f6767530002", 200), "audio/ogg"),
                arguments("recado.m4a", over(new byte[200], 4, "ftypM4A "), "audio/mp4"),
                arguments(
                        "tela.webm",
                        padded("1a45dfa39f4286810142f7810142f2810442f381084282847765626d", 200),
                        "video/webm"),
                arguments("arte.psd", padded("384250530001000000000000", 200), "image/vnd.adobe.photoshop"),
                arguments("arte.eps", text("%!PS-Adobe-3.0 EPSF-3.0\n"), "application/postscript"),
                arguments("arte.ai", pdf(), "application/vnd.adobe.illustrator"),
                arguments("arte.cdr", over(new byte[200], 0, "RIFF....CDR9vrsn"), "application/vnd.corel-draw"),
                arguments("foto.raw", padded("01", 4000), "application/octet-stream"),
                arguments("foto.cst", padded("02", 4000), "application/octet-stream"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("honest")
    void honestFilesAreKeptAsWhatTheyAre(String name, byte[] bytes, String type) throws IOException {
        assertThat(typeOf(name, bytes)).isEqualTo(type);
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                arguments("tela.png", PAGE),
                arguments("tela.jpg", PAGE),
                arguments("tela.gif", PAGE),
                arguments("contrato.pdf", PAGE),
                arguments("contrato.pdf", joined(PAGE, pdf())), // a page first, a document behind
                arguments("foto.raw", PAGE),
                arguments("foto.cst", joined(text("\n \t<!-- -->"), PAGE)),
                arguments("foto.raw", joined(letters(100), text("<script>alert(1)</script>"))),
                arguments("foto.raw", new String(PAGE, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16)),
                arguments("tela.png", DRAWING),
                arguments("foto.raw", DRAWING),
                arguments("contrato.pdf", program()),
                arguments("ata.docx", program()),
                arguments("nota.txt", program()),
                arguments("fontes.zip", program()),
                arguments("instala.exe", text("MZ")),
                arguments("tela.jpg", png()),
                arguments("tela.png", picture("jpg", 1)),
                arguments("tela.png", Arrays.copyOf(png(), 20)),
                arguments("tela.jpg", Arrays.copyOf(picture("jpg", 1), 30)),
                arguments("tela.gif", text("GIF89a=1;alert(1)//")),
                arguments("tela.png", over(png(), 16, "\0\0\0\0")), // no width
                arguments("ata.docx", zip("leia.txt", "fim.txt")),
                arguments("itens.xlsx", text("pedido;valor")),
                arguments("ata.docx", pdf()),
                arguments("video.mp4", zip("leia.txt")),
                arguments("disco.iso", letters(40_000)),
                arguments("fontes.rar", zip("leia.txt")),
                arguments("recado.mp3", PAGE),
                arguments("recado.wav", program()),
                arguments("recado.ogg", text("alert(1)")),
                arguments("tela.webm", PAGE),
                arguments("recado.m4a", zip("leia.txt")),
                arguments("nota.txt", png()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void filesThatAreNotWhatTheySayAreRefusedByNameAndEnding(String name, byte[] bytes) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> typeOf(name, bytes))
                .satisfies(refusal -> {
                    var error = refusal.fields().get(0);
                    assertThat(error.key()).isEqualTo("attachments.content.other");
                    assertThat(error.args()).containsExactly(name, name.substring(name.lastIndexOf('.')));
                });
    }

    @Test
    void aPictureThatWouldUnfoldToGigabytesIsKeptButIsNoPictureAnyMore() throws IOException {
        var wide = "\0\0\u00ff\u00ff";

        assertThat(typeOf("tela.png", over(png(), 16, wide + wide))).isEqualTo("application/octet-stream");
        assertThat(typeOf("tela.gif", over(picture("gif", 1), 6, "\u00ff\u00ff\u00ff\u00ff")))
                .isEqualTo("application/octet-stream");
    }

    @Test
    void aDocumentThatWouldUnfoldToGigabytesIsNeverUnfolded() throws IOException {
        var bomb = zip(1L << 28, "[Content_Types].xml", "word/document.xml");
        assertThat(bomb).hasSizeLessThan(1 << 20);
        var before = System.nanoTime();

        assertThat(typeOf("ata.docx", bomb)).isEqualTo(office("wordprocessingml.document"));

        assertThat(System.nanoTime() - before).isLessThan(500_000_000L);
    }

    @Test
    void aPictureWithAScriptBehindItIsAPictureAndNothingElse() throws IOException {
        assertThat(typeOf("tela.png", joined(png(), PAGE))).isEqualTo("image/png"); // and is served as nothing else
    }

    private String typeOf(String name, byte[] bytes) throws IOException {
        var arrived = new FolderStore(folder).receive(new ByteArrayInputStream(bytes), 10_485_760);
        return Content.typeOf(FileName.of(name), Objects.requireNonNull(arrived));
    }

    private static String office(String part) {
        return "application/vnd.openxmlformats-officedocument." + part;
    }
}
