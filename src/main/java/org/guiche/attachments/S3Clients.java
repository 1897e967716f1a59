package org.guiche.attachments;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The ways to an S3 server: none of them waits for long for a server that is away, and each tries three times at most.
 *
 * @param prompt for what a server answers at once
 * @param patient for what takes long inside the server, during which it may be silent
 */
record S3Clients(S3Client prompt, S3Client patient) {

    private static final Duration CONNECTS = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(8);
    private static final Duration LONG_SILENCE = Duration.ofMinutes(5);
    private static final Duration ALL_TRIES = Duration.ofSeconds(20);
    private static final Duration ALL_LONG_TRIES = Duration.ofMinutes(10);

    private static final long LONG_COPY = 64 * 1024 * 1024;

    /** More than threads that receive and send together. */
    private static final int CONNECTIONS = 400;

    static S3Clients to(S3Settings settings) {
        return new S3Clients(client(settings, SILENCE, ALL_TRIES), client(settings, LONG_SILENCE, ALL_LONG_TRIES));
    }

    private static S3Client client(S3Settings settings, Duration silence, Duration tries) {
        return S3Client.builder()
                .region(Region.of(settings.region()))
                .endpointOverride(settings.endpoint())
                .forcePathStyle(settings.endpoint() != null)
                .credentialsProvider(credentials(settings))
                // what every server understands
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(
                        how -> how.retryStrategy(RetryMode.STANDARD).apiCallTimeout(tries))
                .httpClientBuilder(Apache5HttpClient.builder()
                        .maxConnections(CONNECTIONS)
                        .connectionTimeout(CONNECTS)
                        .connectionAcquisitionTimeout(CONNECTS)
                        .socketTimeout(silence))
                .build();
    }

    private static AwsCredentialsProvider credentials(S3Settings settings) {
        var key = settings.key();
        var secret = settings.secret();
        return key == null || secret == null
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret));
    }

    /** For a copy of that size: a small one is done at once, or the server is not well. */
    S3Client copying(long size) {
        return size > LONG_COPY ? patient : prompt;
    }

    void close() {
        prompt.close();
        patient.close();
    }
}
