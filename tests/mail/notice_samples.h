// tests/mail/notice_samples.h - one appointment, told in any language.
#pragma once
#include "core/notification/notice.h"

namespace accueil::test
{
inline Notice sampleNotice(Language language = Language::fr)
{
    Notice notice;
    notice.language = language;
    notice.appointment = AppointmentId(42);
    notice.reference = "KXTRBVLN";
    notice.day = makeDay(2026, 11, 26);
    notice.start = {510};
    notice.minutes = 10;
    notice.items = {{"Carte d’identité : retrait", 1}};
    notice.papers = {"Votre carte d’identité ou titre de séjour", "Vos codes PIN et PUK"};
    notice.area = "A";
    notice.town = "Ville de Verviers";
    notice.address = "55 place du Marché, 4800 Verviers";
    notice.phone = "087 325 240";
    notice.email = "population@verviers.be";
    notice.timeZone = "Europe/Brussels";
    notice.bookingUrl = "https://www.verviers.be/rendez-vous";
    notice.manageUrl = manageUrl(notice.bookingUrl, "BCDFGHJKLNPRSTVXBCDF", language);
    notice.moveUrl = manageUrl(notice.bookingUrl, "BCDFGHJKLNPRSTVXBCDF", language, "/move");
    notice.cancelUrl = manageUrl(notice.bookingUrl, "BCDFGHJKLNPRSTVXBCDF", language, "/cancel");
    return notice;
}

inline const Instant writtenAt = *parseUtc("2026-11-23 10:00:00.000");
} // namespace accueil::test
