package io.perennial.deploy.e2e;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the shoppers got, as GreenMail shows it. */
record Mailbox(RunningSuite shop) {

    /**
     * A mail as it went over the wire.
     *
     * @param source headers and body
     */
    record Mail(String subject, String source) {

        boolean isWinBack() {
            return subject.contains("We miss you");
        }

        boolean isWelcome() {
            return subject.startsWith("Welcome");
        }
    }

    /** All mails, by address. */
    Map<String, List<Mail>> all() {
        var mails = new TreeMap<String, List<Mail>>();
        shop.mail("/api/user").expect(200).json().forEach(user -> {
            var address = user.path("email").asString();
            mails.put(address, of(address));
        });
        return mails;
    }

    List<Mail> of(String address) {
        return shop.mail("/api/user/" + address + "/messages").expect(200).json().values().stream()
                .map(mail -> new Mail(
                        mail.path("subject").asString(""),
                        mail.path("mimeMessage").asString("")))
                .toList();
    }
}
