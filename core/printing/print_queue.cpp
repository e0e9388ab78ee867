#include "core/printing/print_queue.h"
#include <algorithm>
#include <array>
#include <cups/cups.h>
#include <fmt/format.h>
#include <memory>
#include <thread>

namespace accueil::printing
{
namespace
{
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
constexpr auto pollEvery = 100ms;

struct CloseHttp
{
    void operator()(http_t* http) const { httpClose(http); }
};
using Http = std::unique_ptr<http_t, CloseHttp>;
struct DeleteIpp
{
    void operator()(ipp_t* ipp) const { ippDelete(ipp); }
};
using Ipp = std::unique_ptr<ipp_t, DeleteIpp>;

std::string mediaOf(const Sheet& sheet)
{
    const auto [shorter, longer] = std::minmax(sheet.widthMm, sheet.heightMm);
    if (shorter == 210 && longer == 297) return "A4"; // upright or across: the spooler turns it
    return fmt::format("Custom.{:.0f}x{:.0f}mm", sheet.widthMm, sheet.heightMm);
}

[[noreturn]] void fail(const std::string& act)
{
    throw PrintFailed(act + ": " + cupsLastErrorString());
}

/// What the spooler tells of the job and of the printer. All three are needed: a printer that is off may have
/// no reason and only a message, and a backend that gave up leaves the job waiting without either.
struct Progress
{
    int job = 0;
    std::string reasons, message;

    bool mediaEmpty() const
    {
        return reasons.find("media-empty") != std::string::npos ||
               reasons.find("media-needed") != std::string::npos;
    }
    std::string text() const
    {
        return fmt::format("job state {}, printer says {}{}{}", job, reasons.empty() ? "nothing" : reasons,
                           message.empty() ? "" : ": ", message);
    }
};

std::string joined(ipp_attribute_t* attribute)
{
    std::string all;
    for (int i = 0; attribute && i < ippGetCount(attribute); ++i) {
        const char* value = ippGetString(attribute, i, nullptr);
        if (!value || std::string_view(value) == "none") continue;
        all += (all.empty() ? "" : ",") + std::string(value);
    }
    return all;
}

/// One talk with the print server, for one sheet.
class Talk
{
public:
    Talk(const PrintQueue::Settings& settings) : settings_(settings), http_(connect(settings))
    {
        if (!http_) fail("no print server");
        httpSetTimeout(
            http_.get(), std::chrono::duration<double>(settings.answer).count(),
            [](http_t*, void*) { return 0; }, nullptr);
        std::array<char, HTTP_MAX_URI> uri{};
        httpAssembleURIf(HTTP_URI_CODING_ALL, uri.data(), static_cast<int>(uri.size()), "ipp", nullptr,
                         "localhost", 0, "/printers/%s", settings.queue.c_str());
        uri_ = uri.data();
    }

    int send(const Sheet& sheet, const std::string& title)
    {
        static const char* const name[] = {"printer-name"}; // asked only to hear of a queue that is not there
        if (!get(IPP_OP_GET_PRINTER_ATTRIBUTES, 0, name, 1) || cupsLastError() > IPP_STATUS_OK_CONFLICTING)
            fail("queue " + settings_.queue);
        const std::string media = mediaOf(sheet);
        cups_option_t* options = nullptr;
        int count = cupsAddOption("media", media.c_str(), 0, &options);
        count = cupsAddOption("print-scaling", "none", count, &options);
        const int job = cupsCreateJob(http_.get(), settings_.queue.c_str(), title.c_str(), count, options);
        cupsFreeOptions(count, options);
        if (job == 0) fail("the queue takes no job");
        if (!write(sheet.pdf, job, title)) {
            const std::string why = cupsLastErrorString(); // before the cancelling overwrites it
            cancel(job);
            throw PrintFailed("the sheet was not taken: " + why);
        }
        return job;
    }

    Progress progress(int job)
    {
        Progress now;
        static const char* const ofJob[] = {"job-state"};
        if (const Ipp answer = get(IPP_OP_GET_JOB_ATTRIBUTES, job, ofJob, 1))
            if (auto* state = ippFindAttribute(answer.get(), "job-state", IPP_TAG_ENUM))
                now.job = ippGetInteger(state, 0);
        static const char* const ofPrinter[] = {"printer-state-reasons", "printer-state-message"};
        if (const Ipp answer = get(IPP_OP_GET_PRINTER_ATTRIBUTES, 0, ofPrinter, 2)) {
            now.reasons = joined(ippFindAttribute(answer.get(), "printer-state-reasons", IPP_TAG_KEYWORD));
            now.message = joined(ippFindAttribute(answer.get(), "printer-state-message", IPP_TAG_TEXT));
        }
        return now;
    }

    void cancel(int job) { cupsCancelJob2(http_.get(), settings_.queue.c_str(), job, 0); }

private:
    static Http connect(const PrintQueue::Settings& settings)
    {
        std::string host = settings.server.empty() ? cupsServer() : settings.server;
        int port = ippPort();
        const auto colon = host.rfind(':');
        if (!settings.server.empty() && host.front() != '/' && colon != std::string::npos) {
            port = std::atoi(host.c_str() + colon + 1);
            host.resize(colon);
        }
        return Http(httpConnect2(host.c_str(), port, nullptr, AF_UNSPEC, cupsEncryption(), 1,
                                 static_cast<int>(settings.answer.count()), nullptr));
    }

    bool write(const std::string& pdf, int job, const std::string& title)
    {
        const char* queue = settings_.queue.c_str();
        if (cupsStartDocument(http_.get(), queue, job, title.c_str(), CUPS_FORMAT_PDF, 1) !=
            HTTP_STATUS_CONTINUE)
            return false;
        if (cupsWriteRequestData(http_.get(), pdf.data(), pdf.size()) != HTTP_STATUS_CONTINUE) return false;
        return cupsFinishDocument(http_.get(), queue) <= IPP_STATUS_OK_CONFLICTING;
    }

    Ipp get(ipp_op_t operation, int job, const char* const* names, int count)
    {
        ipp_t* request = ippNewRequest(operation);
        ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, uri_.c_str());
        if (job) ippAddInteger(request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
        ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", count, nullptr,
                      names);
        return Ipp(cupsDoRequest(http_.get(), request, "/")); // takes the request
    }

    const PrintQueue::Settings& settings_;
    Http http_;
    std::string uri_;
};

bool over(int jobState)
{
    return jobState == IPP_JSTATE_STOPPED || jobState == IPP_JSTATE_CANCELED ||
           jobState == IPP_JSTATE_ABORTED;
}
} // namespace

void PrintQueue::print(const Sheet& sheet, const std::string& title) const
{
    const auto begun = Clock::now();
    Talk talk(settings_);
    const int job = talk.send(sheet, title);
    for (;;) {
        const Progress now = talk.progress(job);
        const auto since = Clock::now() - begun;
        if (now.job == IPP_JSTATE_COMPLETED) return;
        const bool noPaper = now.mediaEmpty() && since >= settings_.patience;
        if (over(now.job) || noPaper || since >= settings_.deadline) {
            talk.cancel(job);
            if (now.mediaEmpty()) throw PaperOut(now.text());
            throw PrintFailed(now.text());
        }
        std::this_thread::sleep_for(pollEvery); // the spooler has no other way to tell
    }
}
} // namespace accueil::printing
