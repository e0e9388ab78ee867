#include "staff-desktop/service/cups_printers.h"
#include "core/printing/print_queue.h"

namespace accueil
{
namespace
{
using namespace std::chrono_literals;

/// An office printer warms up first, and takes its time for each page.
std::chrono::milliseconds deadlineOf(const PrintJob& job)
{
    return job.paper == printing::Paper::a4 ? 45s + 6s * job.sheet.pages : 8s;
}
} // namespace

void CupsPrinters::print(const PrintJob& job)
{
    if (!has(job.paper)) throw PrintFailed("this post has no such printer");
    printing::PrintQueue::Settings queue;
    queue.queue = queueOf(job.paper);
    queue.server = settings_.server;
    queue.deadline = deadlineOf(job);
    printing::PrintQueue(queue).print(job.sheet, job.title);
}
} // namespace accueil
