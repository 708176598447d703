//! A server on the loopback, on a thread and runtime of its own, which ends with its handle: whoever drops it can be sure
//! that no connection is served any more, as after the death of a process.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    thread::JoinHandle,
};

use axum::Router;
use tokio::{
    runtime::{Builder, Handle},
    sync::oneshot,
};

use super::faults::{Wire, WiredListener};

/// A server that runs.
#[derive(Debug)]
pub(super) struct Server {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Listens at a port of the loopback, 0 for any that is free, and serves what `router` makes. The handle is for work
    /// that goes on beside the requests.
    pub(super) fn start(port: u16, router: impl FnOnce(Handle) -> Router) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let router = router(runtime.handle().clone());
        let (stop, stopped) = oneshot::channel();
        let serve = async move {
            let listener = WiredListener::new(tokio::net::TcpListener::from_std(listener)?);
            let service = router.into_make_service_with_connect_info::<Wire>();
            tokio::select! {
                ended = async { axum::serve(listener, service).await } => ended,
                _ = stopped => Ok(()),
            }
        };
        let run = move || {
            if let Err(error) = runtime.block_on(serve) {
                eprintln!("a simulator has stopped: {error}");
            }
            // The runtime is dropped here, and with it every connection and everything that was still to be done.
        };
        let thread = std::thread::Builder::new().name("simulator".to_owned()).spawn(run)?;
        Ok(Self { address, stop: Some(stop), thread: Some(thread) })
    }

    /// Where it is: `http://127.0.0.1:4001`.
    pub(super) fn url(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A thread that has ended hears nothing, and need not.
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
