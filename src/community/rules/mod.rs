//! Rules about improvement communities.

mod binding;
mod chain;
mod membership;
mod process;
mod references;

use super::ImprovementCommunity;
use crate::rule::rules_in_modules;

rules_in_modules! {
    ImprovementCommunity:
        membership::STATED => stated,
        membership::FOLLOWS_ASSESSMENT => follows_assessment,
        binding::BINDS_MEMBERS => binds_members,
        binding::SERVICE_LISTED => service_listed,
        process::MONITORED => monitored,
        references::KNOWN => known,
        chain::LINKS_AGREE => links_agree,
        chain::NO_RING => no_ring,
        membership::NOT_IN_AND_OUT => not_in_and_out;
}
