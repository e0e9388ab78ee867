// core/store/conversions.h - our types in SOCI: ids, days, instants, optional values.
#pragma once
#include "core/base/ids.h"
#include "core/base/language.h"
#include "core/base/local_time.h"
#include <optional>
#include <soci/soci.h>
#include <string>

namespace soci
{
template <class Tag>
struct type_conversion<accueil::Id<Tag>>
{
    using base_type = long long;
    static void from_base(long long in, indicator ind, accueil::Id<Tag>& out)
    {
        out = ind == i_null ? accueil::Id<Tag>{} : accueil::Id<Tag>{in};
    }
    static void to_base(const accueil::Id<Tag>& in, long long& out, indicator& ind)
    {
        out = in.value();
        ind = in ? i_ok : i_null; // 0 means none
    }
};

template <>
struct type_conversion<accueil::Day>
{
    using base_type = std::string;
    static void from_base(const std::string& in, indicator ind, accueil::Day& out)
    {
        const auto day = ind == i_null ? std::nullopt : accueil::parseIsoDay(std::string_view(in).substr(0, 10));
        if (!day) throw soci_error("not a day");
        out = *day;
    }
    static void to_base(const accueil::Day& in, std::string& out, indicator& ind)
    {
        out = accueil::isoDay(in);
        ind = i_ok;
    }
};

/// NULL becomes the epoch, "has not happened".
template <>
struct type_conversion<accueil::Instant>
{
    using base_type = std::string;
    static void from_base(const std::string& in, indicator ind, accueil::Instant& out)
    {
        out = {};
        if (ind == i_null) return;
        const auto at = accueil::parseUtc(in);
        if (!at) throw soci_error("not an instant");
        out = *at;
    }
    static void to_base(const accueil::Instant& in, std::string& out, indicator& ind)
    {
        out = accueil::utcText(in);
        ind = i_ok;
    }
};

template <>
struct type_conversion<accueil::MinuteOfDay>
{
    using base_type = int;
    static void from_base(int in, indicator, accueil::MinuteOfDay& out) { out = {in}; }
    static void to_base(const accueil::MinuteOfDay& in, int& out, indicator& ind)
    {
        out = in.value;
        ind = i_ok;
    }
};

template <>
struct type_conversion<accueil::Language>
{
    using base_type = std::string;
    static void from_base(const std::string& in, indicator, accueil::Language& out)
    {
        out = accueil::parseLanguage(in).value_or(accueil::Language::fr);
    }
    static void to_base(const accueil::Language& in, std::string& out, indicator& ind)
    {
        out = accueil::code(in);
        ind = i_ok;
    }
};

template <class T>
struct type_conversion<std::optional<T>>
{
    using base_type = typename type_conversion<T>::base_type;
    static void from_base(const base_type& in, indicator ind, std::optional<T>& out)
    {
        out.reset();
        if (ind == i_null) return;
        T value{};
        type_conversion<T>::from_base(in, ind, value);
        out = std::move(value);
    }
    static void to_base(const std::optional<T>& in, base_type& out, indicator& ind)
    {
        ind = i_null;
        if (in) type_conversion<T>::to_base(*in, out, ind);
    }
};
} // namespace soci
