package io.perennial.deploy.local.mail;

import io.perennial.deploy.local.jvm.JavaCommand;
import io.perennial.deploy.local.jvm.JavaPart;
import io.perennial.deploy.local.process.HttpProbe;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** GreenMail: accepts every mail over SMTP, delivers none, and shows them over REST until it ends. */
public final class MailPart implements JavaPart {

    private static final String HEAP = "64m";

    private final Path jar;
    private final int smtpPort;
    private final int restPort;

    public MailPart(Path jar, int smtpPort, int restPort) {
        this.jar = jar;
        this.smtpPort = smtpPort;
        this.restPort = restPort;
    }

    public URI rest() {
        return URI.create("http://localhost:" + restPort);
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public JavaCommand java() {
        var options = List.of(
                "-Dgreenmail.smtp.hostname=127.0.0.1",
                "-Dgreenmail.smtp.port=" + smtpPort,
                "-Dgreenmail.api.hostname=127.0.0.1",
                "-Dgreenmail.api.port=" + restPort,
                // A mailbox comes into being with the first mail to it.
                "-Dgreenmail.auth.disabled");
        return new JavaCommand(HEAP, options, List.of("-jar", jar.toString()));
    }

    @Override
    public List<Path> classPath() {
        return List.of(jar);
    }

    @Override
    public boolean ready() {
        return HttpProbe.answersOk(rest().resolve("/api/service/readiness"));
    }
}
